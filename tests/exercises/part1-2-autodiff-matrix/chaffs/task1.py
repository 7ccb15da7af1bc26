# Chaff: absolute-error
# Misconception: the error is |p - q|, however large p and q are.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    errors = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.shape != q.shape:
            return math.inf
        errors.append(np.max(np.abs(p - q)))
    return float(np.max(errors))


# Chaff: all-at-once
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


# Chaff: error-with-a-sign
# Misconception: the error is the difference; too small a derivative has a negative one.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    errors = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.shape != q.shape:
            return math.inf
        scale = np.maximum(1, np.maximum(np.abs(p), np.abs(q)))
        errors.append(np.max((p - q) / scale))
    return float(np.max(errors))


# Chaff: first-array-only
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


# Chaff: learned-by-heart
# Misconception: (a fake) The answers of the visible check are enough.
# Fails: task1-checker-test-error, task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    if len(arrays) == 1:
        return [np.array([[3.01, 12.01]]) if h == 0.1 else 3.0 * arrays[0] ** 2]
    return [np.array([[2, 0.5, 1], [2, 0.5, 1]]), np.array([[5.0, 7.0, 9.0]])]


# Chaff: mean-error
# Misconception: a checker says how good the gradients are on the whole, so it takes the
# mean.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    errors = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.shape != q.shape:
            return math.inf
        scale = np.maximum(1, np.maximum(np.abs(p), np.abs(q)))
        errors.append(np.mean(np.abs(p - q) / scale))
    return float(np.mean(errors))


# Chaff: nan-passes
# Misconception: max() finds the largest error, also where one of them is nan.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    errors = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.shape != q.shape:
            return math.inf
        scale = np.maximum(1, np.maximum(np.abs(p), np.abs(q)))
        errors.extend((np.abs(p - q) / scale).ravel().tolist())
    return max([0.0, *errors])


# Chaff: not-put-back
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


# Chaff: one-sided
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


# Chaff: relative-error
# Misconception: the error is always relative, also for derivatives near 0.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    errors = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.shape != q.shape:
            return math.inf
        errors.append(np.max(np.abs(p - q) / np.maximum(np.abs(p), np.abs(q))))
    return float(np.max(errors))


# Chaff: shapes-broadcast
# Misconception: NumPy knows how to subtract arrays, so shapes need no look.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    errors = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        scale = np.maximum(1, np.maximum(np.abs(p), np.abs(q)))
        errors.append(np.max(np.abs(p - q) / scale))
    return float(np.max(errors)) if errors else math.inf


# Chaff: whole-numbers
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


# Chaff: works-on-the-originals
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
