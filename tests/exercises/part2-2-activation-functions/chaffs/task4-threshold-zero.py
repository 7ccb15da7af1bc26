# Misconception: Probabilities are split at 0, as logits are.
# Fails: task4-training-test-accuracy, task4-training-test-history
# %% task4-training
def accuracy(net, x, y):
    return np.mean((net.forward(x).value > 0) == y)
