# Misconception: One state goes from parameter to parameter.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    state, losses = {}, []
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            p[name], state = step(p[name], grad[name], state)
        net.set_param(p)
        losses.append(loss)
    return losses
