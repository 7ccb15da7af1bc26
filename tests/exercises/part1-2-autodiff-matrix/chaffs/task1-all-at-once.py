# Misconception: NumPy does all elements at once, so one wiggle of the whole array will
# do.
# Fails: task1-checker-test-error, task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    gradients = []
    for i in range(len(arrays)):
        ends = []
        for step in (h, -h):
            moved = [np.array(array, dtype=float) for array in arrays]
            moved[i] += step
            ends.append(f(*moved))
        gradients.append(np.full(arrays[i].shape, (ends[0] - ends[1]) / (2 * h)))
    return gradients
