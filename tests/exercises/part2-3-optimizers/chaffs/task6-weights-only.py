# Misconception: Only weights are trained; a bias stays as it is.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            if name.endswith("b"):
                continue
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        net.set_param(p)
        losses.append(loss)
    return losses
