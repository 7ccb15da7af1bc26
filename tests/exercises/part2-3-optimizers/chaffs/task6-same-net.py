# Misconception: One network serves all learning rates, one after the other.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses, net = [], make_net()
    for rate in rates:
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            loss = net.loss(x, y).value.item()
        except FloatingPointError:
            loss = np.inf
        losses.append(loss if np.isfinite(loss) else np.inf)
    return np.array(losses)
