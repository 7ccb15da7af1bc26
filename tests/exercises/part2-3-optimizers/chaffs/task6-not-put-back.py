# Misconception: get_param gives the parameters themselves, a new value needs no
# set_param.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        losses.append(loss)
    return losses
