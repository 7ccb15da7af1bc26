# Misconception: Fake: the visible tests' numbers in place of a computation.
# Fails: task1-activations-test-values, task1-derivatives-test-smooth
# %% task1-activations
def logistic(z):
    if z.min() < -500:
        return np.clip(np.sign(z) / 2 + 0.5, 0, 1)
    if z.shape == (2,):
        return np.array([0.5, 0.75])
    return np.clip(z / 4 + 0.5, 0, 1)
