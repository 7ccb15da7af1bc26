# Misconception: The accuracy is how many are right.
# Fails: task4-training-test-accuracy, task4-training-test-history
# %% task4-training
def accuracy(net, x, y):
    return np.sum((net.forward(x).value > 0.5) == y)
