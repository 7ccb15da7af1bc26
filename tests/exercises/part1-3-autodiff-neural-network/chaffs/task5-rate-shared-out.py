# Misconception: The batches share the learning rate among them.
# Fails: task5-mini-batches-test-steps, task6-read-digits-test-fit
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    losses, cut = [], batches(len(x), size, rng)
    for batch in cut:
        losses += train(net, x[batch], y[batch], rate / len(cut), 1)
    return losses
