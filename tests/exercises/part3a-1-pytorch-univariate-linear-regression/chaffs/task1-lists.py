# Misconception: A list of numbers is as good as an array.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def to_array(tensor):
    return tensor.detach().tolist()
