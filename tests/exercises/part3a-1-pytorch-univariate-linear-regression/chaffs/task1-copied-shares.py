# Misconception: A conversion to float64 always makes a copy, also of what is float64
# already.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def copied(array):
    return torch.as_tensor(array, dtype=torch.float64)
