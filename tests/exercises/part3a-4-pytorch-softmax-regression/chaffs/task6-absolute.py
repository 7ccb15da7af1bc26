# Misconception: the size of each part
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return np.abs(x * (W[:, said] - W[:, right]))
