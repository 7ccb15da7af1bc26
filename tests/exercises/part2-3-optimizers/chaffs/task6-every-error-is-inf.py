# Misconception: Whatever goes wrong in a run, it counts as inf.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = []
    for rate in rates:
        net = make_net()
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            loss = net.loss(x, y).value.item()
        except Exception:
            loss = np.inf
        losses.append(loss if np.isfinite(loss) else np.inf)
    return np.array(losses)
