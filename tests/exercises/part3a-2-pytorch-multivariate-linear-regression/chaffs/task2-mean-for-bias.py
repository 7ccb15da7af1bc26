# Misconception: The bias gets the mean of the signals of its rows.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return X.T @ signal, signal.mean(dim=0, keepdim=True)
