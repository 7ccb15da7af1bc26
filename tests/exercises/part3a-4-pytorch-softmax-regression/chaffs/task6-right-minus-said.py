# Misconception: the sign is turned
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return x * (W[:, right] - W[:, said])
