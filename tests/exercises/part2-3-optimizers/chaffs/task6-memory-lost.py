# Misconception: Every batch begins with empty states.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    losses = []
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: step(p[name], grad[name], {})[0] for name in p})
        losses.append(loss)
    return losses
