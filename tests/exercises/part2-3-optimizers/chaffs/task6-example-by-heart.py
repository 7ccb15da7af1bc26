# Misconception: Fake: the results of the visible tests, learned by heart.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    return np.array([0.0625, 0.0, 1.0] if len(rates) == 3 else [np.inf, 0.0])
