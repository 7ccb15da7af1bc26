# Misconception: Accuracy is the number of right examples.
# Fails: task6-read-digits-test-accuracy
# %% task6-read-digits
def accuracy(net, x, labels):
    O = net.forward(x).value
    return int((O.argmax(axis=1) == labels).sum())
