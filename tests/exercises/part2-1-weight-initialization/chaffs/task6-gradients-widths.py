# Misconception: Fake: every neuron is counted as different.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):

    return [layer.W.shape[1] for layer in net.layers]
