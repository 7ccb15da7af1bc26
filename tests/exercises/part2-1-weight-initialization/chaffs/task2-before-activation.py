# Misconception: A layer's values are what its product and bias give.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        z = layer(h)
        values.append(z.value)
        h = net.activation(z)
    return values
