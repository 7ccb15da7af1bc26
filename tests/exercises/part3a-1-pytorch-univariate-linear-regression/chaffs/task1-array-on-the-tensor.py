# Misconception: numpy() makes a copy of the numbers.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def to_array(tensor):
    return tensor.detach().numpy()
