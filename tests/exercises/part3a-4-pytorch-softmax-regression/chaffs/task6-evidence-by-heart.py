# Misconception: a fake: the answer of the visible test
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return np.array([6.0, 2.0])
