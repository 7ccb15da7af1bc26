# Misconception: A probability of 1/2 says class 1.
# Fails: task4-training-test-accuracy
# %% task4-training
def accuracy(net, x, y):
    return np.mean((net.forward(x).value >= 0.5) == y)
