# Misconception: A column and a flat array can be compared.
# Fails: task4-training-test-accuracy, task4-training-test-history
# %% task4-training
def accuracy(net, x, y):
    return np.mean((net.forward(x).value > 0.5) == y.ravel())
