# Misconception: The derivative of a square is the error itself.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = (X @ W + b - Y) / Y.numel()
    return X.T @ signal, signal.sum(dim=0, keepdim=True)
