# Misconception: Any tensor becomes an array by numpy(), also one that wants a gradient.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def to_array(tensor):
    return tensor.numpy().copy()
