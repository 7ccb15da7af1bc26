# Misconception: Fake: the visible example's results in place of a computation.
# Fails: task4-running-test-update, task5-layer-test-evaluation,
#        task5-layer-test-training, task6-network-test-modes
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    return np.array([[0.2]]), np.array([[1.7]])
