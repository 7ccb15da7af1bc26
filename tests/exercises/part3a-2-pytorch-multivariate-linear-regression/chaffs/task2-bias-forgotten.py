# Misconception: The errors that W gets do not contain the bias.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y) / Y.numel()
    return X.T @ (signal - 2 * b / Y.numel()), signal.sum(dim=0, keepdim=True)
