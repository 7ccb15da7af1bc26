# Misconception: A tensor made from an array gets the default type of numbers.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def copied(array):
    return torch.tensor(array)
