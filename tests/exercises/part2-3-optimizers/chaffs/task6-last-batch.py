# Misconception: The final loss is that of the last batch, before its step.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = []
    for rate in rates:
        net = make_net()
        try:
            loss = train(net, batches, partial(rule, learning_rate=rate))[-1]
        except FloatingPointError:
            loss = np.inf
        losses.append(loss if np.isfinite(loss) else np.inf)
    return np.array(losses)
