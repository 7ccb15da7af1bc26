# Misconception: An epoch is one random batch.
# Fails: task5-mini-batches-test-steps, task6-read-digits-test-fit
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    batch = batches(len(x), size, rng)[0]
    return train(net, x[batch], y[batch], rate, 1)
