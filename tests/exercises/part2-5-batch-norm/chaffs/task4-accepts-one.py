# Misconception: One example has the variance 0.
# Fails: task4-running-test-update, task5-layer-test-training
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    square = ((x - x.mean(axis=0)) ** 2).sum(axis=0) / max(1, len(x) - 1)
    new = x.mean(axis=0, keepdims=True), square[None]
    return tuple((1 - momentum) * old + momentum * batch
                 for old, batch in zip((mean, variance), new))
