# Misconception: Fake: the visible examples' signals.
# Fails: task3-signals-test-relu, task3-signals-test-tanh
# %% task3-signals
def layer_signals(net, x, y):
    if x[0, 0] == 0.0:
        O = np.exp(np.array([[-8.0, 0.0]]) + np.tanh(1.0) * np.array([[1.0, 5.0]]))
        return [(O / O.sum() - y) @ np.array([[3.0, 1.0], [-1.0, 5.0]])]
    return [np.array([[-2.0, 2.0]] * len(x)) / len(x)]
