# Misconception: The last layer is measured, too.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers:
        h = net.activation(layer(h))
        values.append(h.value)
    return values
