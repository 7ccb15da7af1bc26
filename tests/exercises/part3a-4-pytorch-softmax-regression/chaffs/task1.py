# Chaff: all-rows
# Misconception: Y[:, labels] = 1 sets the columns in all rows
# Fails: task1-one-hot-test-values, task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).any():
        raise ValueError("out of range")
    Y = torch.zeros(len(labels), classes)
    Y[:, labels] = 1
    return Y


# Chaff: all-wrong
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


# Chaff: by-heart
# Misconception: a fake: the values of the visible test
# Fails: task1-one-hot-test-values, task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if labels.tolist() == [2, 0]:
        return torch.tensor([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    if labels.tolist() == [2]:
        return torch.tensor([[0.0, 0.0, 1.0]])
    raise ValueError("out of range")


# Chaff: classes-seen
# Misconception: there are as many classes as the labels show
# Fails: task1-one-hot-test-values, task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).any():
        raise ValueError("out of range")
    return torch.eye(int(labels.max()) + 1)[labels]


# Chaff: from-one
# Misconception: classes count from 1
# Fails: task1-one-hot-test-values, task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).any():
        raise ValueError("out of range")
    return torch.eye(classes + 1)[labels + 1][:, :classes]


# Chaff: no-refusal
# Misconception: a wrong label will raise some error by itself
# Fails: task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    return torch.eye(classes)[labels]


# Chaff: one-too-late
# Misconception: the number of classes is a class
# Fails: task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels > classes)).any():
        raise ValueError("out of range")
    return torch.eye(classes + 1)[labels][:, :classes]


# Chaff: too-large-only
# Misconception: labels can only be too large
# Fails: task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if (labels >= classes).any():
        raise ValueError("out of range")
    return torch.eye(classes)[labels]


# Chaff: transposed
# Misconception: a column for each example
# Fails: task1-one-hot-test-values, task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).any():
        raise ValueError("out of range")
    return torch.eye(classes)[:, labels]


# Chaff: whole-numbers
# Misconception: F.one_hot's whole numbers are good enough
# Fails: task1-one-hot-test-values
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).any():
        raise ValueError("out of range")
    return F.one_hot(labels, classes)
