# Misconception: one gradient is wanted, that of the first array.
# Fails: task1-checker-test-error, task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    arrays = [np.array(array, dtype=float) for array in arrays]
    gradient = np.zeros(arrays[0].shape)
    for place in np.ndindex(arrays[0].shape):
        x = arrays[0][place]
        arrays[0][place] = x + h
        right = f(*arrays)
        arrays[0][place] = x - h
        gradient[place] = (right - f(*arrays)) / (2 * h)
        arrays[0][place] = x
    return [gradient]
