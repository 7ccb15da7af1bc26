# Misconception: The batch's variance is measured around the running mean.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    square = ((x - mean) ** 2).sum(axis=0, keepdims=True) / (len(x) - 1)
    mean = (1 - momentum) * mean + momentum * x.mean(axis=0, keepdims=True)
    return mean, (1 - momentum) * variance + momentum * square
