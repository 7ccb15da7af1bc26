# Misconception: Examples and labels are each shuffled.
# Fails: task5-mini-batches-test-steps, task6-read-digits-test-fit
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    losses = []
    for rows, others in zip(batches(len(x), size, rng), batches(len(x), size, rng)):
        losses += train(net, x[rows], y[others], rate, 1)
    return losses
