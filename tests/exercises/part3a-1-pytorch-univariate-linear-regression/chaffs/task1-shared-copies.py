# Misconception: torch.tensor and torch.from_numpy do the same.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def shared(array):
    return torch.tensor(array)
