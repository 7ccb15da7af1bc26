# Misconception: An example is right if its class has more than half the probability.
# Fails: task6-read-digits-test-accuracy
# %% task6-read-digits
def accuracy(net, x, labels):
    O = net.forward(x).value
    return (O[np.arange(len(O)), labels] > 0.5).mean()
