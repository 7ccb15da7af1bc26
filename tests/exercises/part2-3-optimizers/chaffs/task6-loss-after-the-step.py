# Misconception: The loss of a step is the one that it leads to.
# Fails: task6-train-test-steps
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for x, y in batches:
        grad, _ = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        net.set_param(p)
        losses.append(net.loss(x, y).value.item())
    return losses
