# Misconception: a fake: the values of the visible test
# Fails: task1-one-hot-test-values, task1-one-hot-test-refusal
# %% task1-one-hot
def one_hot(labels, classes):
    if labels.tolist() == [2, 0]:
        return torch.tensor([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    if labels.tolist() == [2]:
        return torch.tensor([[0.0, 0.0, 1.0]])
    raise ValueError("out of range")
