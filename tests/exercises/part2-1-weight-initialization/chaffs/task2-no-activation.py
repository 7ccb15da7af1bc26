# Misconception: A layer's call includes the activation.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = layer(h)
        values.append(h.value)
    return values
