# Misconception: A node is as good as its array.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = net.activation(layer(h))
        values.append(h)
    return values
