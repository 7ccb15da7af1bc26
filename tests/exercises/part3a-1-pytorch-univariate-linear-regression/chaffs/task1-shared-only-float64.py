# Misconception: Everything should be float64, also what is shared.
# Fails: task1-tensors-test-memory
# %% task1-tensors
def shared(array):
    return torch.from_numpy(np.asarray(array, dtype=float))
