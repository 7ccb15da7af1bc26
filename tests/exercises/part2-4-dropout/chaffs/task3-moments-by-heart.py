# Misconception: Fake: the visible example's numbers.
# Fails: task3-moments-test-all-masks
# %% task3-moments
def dropped_moments(H, W, b, rate):
    if H.shape == (1, 2):
        return np.array([[1.5]]), np.array([[13**0.5]])
    return H @ W + b, H @ W + b
