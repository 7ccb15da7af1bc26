# Misconception: what speaks for the answer, without the right class
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return x * W[:, said]
