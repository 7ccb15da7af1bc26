# Misconception: The mean is over the n examples.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / len(Y)
    return X.T @ signal, signal.sum(dim=0, keepdim=True)
