# Misconception: The last layer is no part of it.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    return [distinct_columns(grad[layer.name + "_W"]) for layer in net.layers[:-1]]
