# Misconception: The gradient of the biases tells the same.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    return [distinct_columns(grad[layer.name + "_b"]) for layer in net.layers]
