# Misconception: One example is enough.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x[:1], y[:1])
    return [distinct_columns(grad[layer.name + "_W"]) for layer in net.layers]
