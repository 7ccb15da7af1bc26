# Misconception: Equal neurons are counted in the weights.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    p = net.get_param()
    return [distinct_columns(p[layer.name + "_W"]) for layer in net.layers]
