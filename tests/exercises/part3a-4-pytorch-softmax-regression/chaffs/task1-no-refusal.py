# Misconception: a wrong label will raise some error by itself
# Fails: task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    return torch.eye(classes)[labels]
