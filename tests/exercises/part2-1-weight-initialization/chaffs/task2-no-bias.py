# Misconception: Biases start with 0, so only the weights count.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = net.activation(h @ layer.W)
        values.append(h.value)
    return values
