# Misconception: a copy is a copy: x + h is written into an array of integers, which cuts
# it off.
# Fails: task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    arrays = [array.copy() for array in arrays]
    gradients = []
    for array in arrays:
        gradient = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            x = array[place]
            array[place] = x + h
            right = f(*arrays)
            array[place] = x - h
            left = f(*arrays)
            array[place] = x
            gradient[place] = (right - left) / (2 * h)
        gradients.append(gradient)
    return gradients
