# Misconception: there are as many classes as the labels show
# Fails: task1-one-hot-test-values, task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).any():
        raise ValueError("out of range")
    return torch.eye(int(labels.max()) + 1)[labels]
