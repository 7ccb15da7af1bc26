# Misconception: F.one_hot's whole numbers are good enough
# Fails: task1-one-hot-test-values
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).any():
        raise ValueError("out of range")
    return F.one_hot(labels, classes)
