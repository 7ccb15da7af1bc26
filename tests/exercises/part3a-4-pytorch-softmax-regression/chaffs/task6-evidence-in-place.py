# Misconception: multiplies the given weights
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    W *= x[:, None]
    return W[:, said] - W[:, right]
