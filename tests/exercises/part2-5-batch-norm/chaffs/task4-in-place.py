# Misconception: Changes the arrays that it got.
# Fails: task4-running-test-update
# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    if len(x) < 2:
        raise ValueError("one example has no variance")
    mean *= 1 - momentum
    mean += momentum * x.mean(axis=0)
    variance *= 1 - momentum
    variance += momentum * x.var(axis=0, ddof=1)
    return mean, variance
