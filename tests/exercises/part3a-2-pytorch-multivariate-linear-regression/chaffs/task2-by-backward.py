# Misconception: By hand means to call torch.autograd.grad by hand.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    W, b = W.detach().requires_grad_(), b.detach().requires_grad_()
    return torch.autograd.grad(F.mse_loss(X @ W + b, Y), (W, b))
