# Misconception: [:, labels] picks all pairs of rows and labels
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return -log_softmax(Z)[:, labels].mean()
