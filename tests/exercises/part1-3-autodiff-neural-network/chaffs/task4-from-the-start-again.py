# Misconception: The parameters are fetched once, before the loop.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    p = net.get_param()
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
    return losses
