# Misconception: classes are the rows of W
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return x * (W.T[:, said % len(W)] - W.T[:, right % len(W)])[:1]
