# Misconception: The batches' gradients are collected for one step.
# Fails: task5-mini-batches-test-steps, task6-read-digits-test-fit
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    losses, p = [], net.get_param()
    for batch in batches(len(x), size, rng):
        grad, loss = net.get_grad(x[batch], y[batch])
        losses.append(loss)
        p = {name: p[name] - rate * grad[name] for name in p}
    net.set_param(p)
    return losses
