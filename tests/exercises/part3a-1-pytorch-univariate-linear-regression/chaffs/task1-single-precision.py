# Misconception: PyTorch computes in float32, so that is the type to copy to.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def copied(array):
    return torch.tensor(array, dtype=torch.float32)
