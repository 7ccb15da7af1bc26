# Misconception: Training goes over the first batch again and again.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for _ in batches:
        grad, loss = net.get_grad(*batches[0])
        p = net.get_param()
        for name in p:
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        net.set_param(p)
        losses.append(loss)
    return losses
