# Misconception: Sorted names are in the layers' order.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(grad[name]).sum() for name in sorted(grad) if name.endswith("_W")])
