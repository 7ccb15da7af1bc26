# Misconception: Y[:, labels] = 1 sets the columns in all rows
# Fails: task1-one-hot-test-values, task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).any():
        raise ValueError("out of range")
    Y = torch.zeros(len(labels), classes)
    Y[:, labels] = 1
    return Y
