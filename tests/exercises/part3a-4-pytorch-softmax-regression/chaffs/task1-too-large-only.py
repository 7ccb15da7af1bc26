# Misconception: labels can only be too large
# Fails: task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if (labels >= classes).any():
        raise ValueError("out of range")
    return torch.eye(classes)[labels]
