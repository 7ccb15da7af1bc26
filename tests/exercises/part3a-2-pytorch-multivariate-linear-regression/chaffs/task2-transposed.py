# Misconception: The signal stands on the left.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return signal.T @ X, signal.sum(dim=0, keepdim=True)
