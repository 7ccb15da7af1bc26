# Misconception: Gradients add up over the examples, so there is no mean.
# Fails: task2-gradient-test-values
# %% task2-gradient
def gradient_by_hand(W, b, X, Y):
    signal = 2 * (X @ W + b - Y)
    return X.T @ signal, signal.sum(dim=0, keepdim=True)
