# Misconception: asks whether all labels are out of range
# Fails: task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).all():
        raise ValueError("out of range")
    Y = torch.zeros(len(labels), classes)
    for row, label in zip(Y, labels):
        row[label % classes] = 1
    return Y
