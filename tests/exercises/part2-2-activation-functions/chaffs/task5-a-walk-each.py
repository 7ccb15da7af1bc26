# Misconception: Each layer needs its own backward walk.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    return np.array([np.abs(net.get_grad(x, y)[0][layer.W.name]).sum() for layer in net.layers])
