# Misconception: each element is moved, and nobody needs its old value again.
# Fails: task1-checker-test-error, task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    arrays = [np.array(array, dtype=float) for array in arrays]
    gradients = []
    for array in arrays:
        gradient = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            x = array[place]
            array[place] = x + h
            right = f(*arrays)
            array[place] = x - h
            left = f(*arrays)
            gradient[place] = (right - left) / (2 * h)
        gradients.append(gradient)
    return gradients
