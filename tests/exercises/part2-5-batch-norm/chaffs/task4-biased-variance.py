# Misconception: The running variance divides by n, like the batch's.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    new = x.mean(axis=0, keepdims=True), x.var(axis=0, keepdims=True)
    return tuple((1 - momentum) * old + momentum * batch
                 for old, batch in zip((mean, variance), new))
