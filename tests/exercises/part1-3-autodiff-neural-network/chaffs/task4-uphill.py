# Misconception: One moves along the gradient.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps,
#        task6-read-digits-test-fit
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    pass
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: p[name] + rate * grad[name] for name in p})
        losses.append(loss)
    return losses
