# Misconception: The momentum is the share of the old value, as in Keras.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    new = x.mean(axis=0, keepdims=True), x.var(axis=0, ddof=1, keepdims=True)
    return tuple(momentum * old + (1 - momentum) * batch
                 for old, batch in zip((mean, variance), new))
