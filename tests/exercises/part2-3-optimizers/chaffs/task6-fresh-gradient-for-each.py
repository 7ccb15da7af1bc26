# Misconception: Each parameter takes a gradient of its own, after the others have
# moved.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for x, y in batches:
        losses.append(net.get_grad(x, y)[1])
        for name, value in net.get_param().items():
            gradient = net.get_grad(x, y)[0][name]
            value, states[name] = step(value, gradient, states.get(name, {}))
            net.set_param({name: value})
    return losses
