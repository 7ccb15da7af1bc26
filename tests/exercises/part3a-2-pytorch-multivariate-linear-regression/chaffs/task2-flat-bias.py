# Misconception: The bias is a vector of k numbers.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return X.T @ signal, signal.sum(dim=0)
