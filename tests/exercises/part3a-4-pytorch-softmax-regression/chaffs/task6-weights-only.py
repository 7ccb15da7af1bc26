# Misconception: the pixel is forgotten
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return W[:, said] - W[:, right]
