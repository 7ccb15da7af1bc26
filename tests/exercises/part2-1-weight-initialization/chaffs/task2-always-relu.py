# Misconception: Hidden layers have the activation relu.
# Fails: task2-values-test-arrays
# %% task2-values
def layer_values(net, x):
    h, values = x, []
    for layer in net.layers[:-1]:
        h = layer(h).relu()
        values.append(h.value)
    return values
