# Misconception: Every parameter has a gradient to count.
# Fails: task6-gradients-test-networks
# %% task6-gradients
def gradient_columns(net, x, y):
    grad, _ = net.get_grad(x, y)
    return [distinct_columns(g) for g in grad.values()]
