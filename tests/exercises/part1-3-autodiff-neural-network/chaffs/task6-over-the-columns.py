# Misconception: The most probable class is the largest number of a column.
# Fails: task6-read-digits-test-accuracy
# %% task6-read-digits
def accuracy(net, x, labels):
    O = net.forward(x).value
    return np.mean([k == i for i, k in zip(O.argmax(axis=0), labels)])
