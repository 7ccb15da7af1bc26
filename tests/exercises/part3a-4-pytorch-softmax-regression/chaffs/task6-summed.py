# Misconception: the sum over the features
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return x @ (W[:, said] - W[:, right])
