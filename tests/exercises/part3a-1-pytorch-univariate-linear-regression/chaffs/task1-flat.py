# Misconception: A tensor of data has one axis.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def copied(array):
    return torch.tensor(array.ravel(), dtype=torch.float64)
