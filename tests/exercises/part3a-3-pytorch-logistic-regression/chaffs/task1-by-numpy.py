# Misconception: NumPy's functions are recorded in the graph, too.
# Fails: task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    array = z.detach().numpy()
    small = np.exp(-np.abs(array))
    return torch.tensor(np.where(array >= 0, 1, small) / (1 + small))
