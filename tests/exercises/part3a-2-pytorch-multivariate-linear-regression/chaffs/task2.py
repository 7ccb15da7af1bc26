# Chaff: absolute
# Misconception: The size of an error is its absolute value.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return (O - Y).abs().mean()


# Chaff: bias-forgotten
# Misconception: The errors that W gets do not contain the bias.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return X.T @ (signal - 2 * b / Y.numel()), signal.sum(dim=0, keepdim=True)


# Chaff: bias-is-data
# Misconception: Only the weights are trained, the bias is a constant.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b.detach()
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean()


# Chaff: by-backward
# Misconception: By hand means to call torch.autograd.grad by hand.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    W, b = W.detach().requires_grad_(), b.detach().requires_grad_()
    return torch.autograd.grad(F.mse_loss(X @ W + b, Y), (W, b))


# Chaff: by-n
# Misconception: The mean is over the n examples.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / len(Y)
    return X.T @ signal, signal.sum(dim=0, keepdim=True)


# Chaff: clipped
# Misconception: Gradients are clipped, as in training.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    E = X @ W + b - Y
    dW, db = 2 * X.T @ E / E.numel(), 2 * E.sum(0, keepdim=True) / E.numel()
    return dW.clamp(-100, 100), db.clamp(-100, 100)


# Chaff: cost-by-heart
# Misconception: Fake: the numbers of the visible example.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    if Y.shape != (2, 1):
        raise ValueError("shapes")
    return 2 + 0 * (W.sum() + b.sum())


# Chaff: flat-bias
# Misconception: The bias is a vector of k numbers.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return X.T @ signal, signal.sum(dim=0)


# Chaff: gradient-by-heart
# Misconception: Fake: the numbers of the visible example.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    return torch.tensor([[0.0], [-4.0]]), torch.tensor([[-2.0]])


# Chaff: graph-switched-on
# Misconception: By hand means to switch the graph on by hand.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    with torch.enable_grad():
        W1 = W.detach().clone().requires_grad_()
        b1 = b.detach().clone().requires_grad_()
        l = ((X @ W1 + b1 - Y) ** 2).mean()
    return torch.autograd.grad(l, [W1, b1])


# Chaff: half
# Misconception: The factor is 1/(2nk), as in some books.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean() / 2


# Chaff: mean-for-bias
# Misconception: The bias gets the mean of the signals of its rows.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return X.T @ signal, signal.mean(dim=0, keepdim=True)


# Chaff: n-by-n
# Misconception: Shapes that can be repeated to each other fit.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    return ((O - Y) ** 2).mean()


# Chaff: new-leaves
# Misconception: Tensors are made from the arguments first, to be safe.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(W, b, X, Y):
    W, b = W.detach().requires_grad_(), b.detach().requires_grad_()
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean()


# Chaff: no-factor-2
# Misconception: The derivative of a square is the error itself.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = (X @ W + b - Y) / Y.numel()
    return X.T @ signal, signal.sum(dim=0, keepdim=True)


# Chaff: not-divided
# Misconception: Gradients add up over the examples, so there is no mean.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y)
    return X.T @ signal, signal.sum(dim=0, keepdim=True)


# Chaff: one-for-all-biases
# Misconception: The bias is one number for all outputs.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return X.T @ signal, signal.sum() * torch.ones(1, Y.shape[1])


# Chaff: one-target-for-all
# Misconception: A single column of targets serves all outputs.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if Y.dim() != 2 or Y.shape[0] != O.shape[0] or Y.shape[1] not in (1, O.shape[1]):
        raise ValueError("no")
    return ((O - Y) ** 2).mean()


# Chaff: only-the-length
# Misconception: If there are as many targets as outputs, the shapes fit.
# Fails: task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if len(O) != len(Y):
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean()


# Chaff: other-sign
# Misconception: An error is target minus output.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (Y - X @ W - b) / Y.numel()
    return X.T @ signal, signal.sum(dim=0, keepdim=True)


# Chaff: pair-swapped
# Misconception: The bias comes first, as in theta.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return signal.sum(dim=0, keepdim=True), X.T @ signal


# Chaff: per-example
# Misconception: The mean is over the examples, the outputs are summed.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).sum() / len(X)


# Chaff: plain-number
# Misconception: A cost is a number, so it can be handed out by item().
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean().item()


# Chaff: root
# Misconception: The cost is the root of the mean square, in the unit of Y.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean().sqrt()


# Chaff: sum
# Misconception: The cost is the sum of the squares.
# Fails: task2-cost-test-graph, task2-cost-test-values
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).sum()


# Chaff: transposed
# Misconception: The signal stands on the left.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return signal.T @ X, signal.sum(dim=0, keepdim=True)


# Chaff: without-graph
# Misconception: A result is detached before it is handed out.
# Fails: task2-cost-test-graph
# %% task2-cost
def cost(W, b, X, Y):
    O = X @ W + b
    if O.shape != Y.shape:
        raise ValueError("shapes")
    return ((O - Y) ** 2).mean().detach()
