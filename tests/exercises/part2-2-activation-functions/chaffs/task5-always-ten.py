# Misconception: A network has ten layers.
# Fails: task5-sums-test-values
# %% task5-sums
def gradient_sums(net, x, y):
    grad, _ = net.get_grad(x, y)
    return np.array([np.abs(grad[f"h{k}_W"]).sum() for k in range(1, 11) if f"h{k}_W" in grad])
