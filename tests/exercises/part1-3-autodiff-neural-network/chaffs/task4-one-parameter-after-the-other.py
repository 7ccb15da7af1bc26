# Misconception: Each parameter is changed at once, with a new gradient for the next.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    pass
    for _ in range(steps):
        losses.append(net.get_grad(x, y)[1])
        for name in net.get_param():
            grad, _ = net.get_grad(x, y)
            net.set_param({name: net.get_param()[name] - rate * grad[name]})
    return losses
