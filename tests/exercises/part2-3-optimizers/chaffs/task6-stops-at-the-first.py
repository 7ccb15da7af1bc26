# Misconception: After a run that diverged larger rates diverge, too.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = np.full(len(rates), np.inf)
    try:
        for i, rate in enumerate(rates):
            net = make_net()
            train(net, batches, partial(rule, learning_rate=rate))
            losses[i] = net.loss(x, y).value.item()
    except FloatingPointError:
        pass
    return np.where(np.isfinite(losses), losses, np.inf)
