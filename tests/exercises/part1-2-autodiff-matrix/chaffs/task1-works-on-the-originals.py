# Misconception: taking away what was added gives the old number back, so no copy is
# needed.
# Fails: task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    arrays = [np.asarray(array, dtype=float) for array in arrays]
    gradients = []
    for array in arrays:
        gradient = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            x = array[place]
            array[place] += h
            right = f(*arrays)
            array[place] -= 2 * h
            left = f(*arrays)
            array[place] += h
            gradient[place] = (right - left) / (2 * h)
        gradients.append(gradient)
    return gradients
