# Misconception: torch.std divides by n, as np.std does.
# Fails: task1-standardise-test-values
# %% task1-standardise
def standardise(x, x_train):
    return (x - x_train.mean()) / x_train.std()
