# Misconception: Fake: the visible example's results in place of training.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    net.set_training(False)
    shares = np.zeros(3) if every == 1 else np.ones(1)
    return np.array([1.0, 0.0, 0.0]), shares
