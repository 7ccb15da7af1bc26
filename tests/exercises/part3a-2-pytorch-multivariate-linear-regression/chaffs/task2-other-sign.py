# Misconception: An error is target minus output.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (Y - X @ W - b) / Y.numel()
    return X.T @ signal, signal.sum(dim=0, keepdim=True)
