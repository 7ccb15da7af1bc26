# Misconception: (a fake) The answers of the visible check are enough.
# Fails: task1-checker-test-error, task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    if len(arrays) == 1:
        return [np.array([[3.01, 12.01]]) if h == 0.1 else 3.0 * arrays[0] ** 2]
    return [np.array([[2, 0.5, 1], [2, 0.5, 1]]), np.array([[5.0, 7.0, 9.0]])]
