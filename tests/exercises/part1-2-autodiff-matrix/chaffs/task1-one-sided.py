# Misconception: a step to one side is enough.
# Fails: task1-checker-test-error, task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    arrays = [np.array(array, dtype=float) for array in arrays]
    gradients = []
    for array in arrays:
        gradient = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            x = array[place]
            here = f(*arrays)
            array[place] = x + h
            gradient[place] = (f(*arrays) - here) / h
            array[place] = x
        gradients.append(gradient)
    return gradients
