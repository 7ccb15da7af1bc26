# Misconception: The bias is one number for all outputs.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return X.T @ signal, signal.sum() * torch.ones(1, Y.shape[1])
