# Misconception: classes count from 1
# Fails: task1-one-hot-test-values, task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if ((labels < 0) | (labels >= classes)).any():
        raise ValueError("out of range")
    return torch.eye(classes + 1)[labels + 1][:, :classes]
