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


# Chaff: memorized
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


# Chaff: nan-taken-for-zero
# Misconception: nan_to_num makes nan harmless, so that the rest can be compared.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    worst = 0.0
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.shape != q.shape:
            return math.inf
        p = np.nan_to_num(p)
        worst = max(worst, np.max(np.abs(p - q) / np.maximum(1, np.maximum(np.abs(p), np.abs(q)))))
    return float(worst)


# Chaff: nan-only-looked-for-in-beliefs
# Misconception: Only what others hand in can hold nan, not the numeric gradient.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    if any(np.isnan(p).any() for p in gradients):
        return math.inf
    worst = 0.0
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.shape != q.shape:
            return math.inf
        for u, v in zip(p.flat, q.flat):
            worst = max(worst, abs(u - v) / max(1, abs(u), abs(v)))
    return float(worst)


# Chaff: step-floored
# Misconception: A step below 1e-5 is too small, whoever asks for it.
# Fails: task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    h = max(h, 1e-5)
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
            array[place] = x
            gradient[place] = (right - left) / (2 * h)
        gradients.append(gradient)
    return gradients


# Chaff: default-step-smaller
# Misconception: The smaller the step, the better, so 1e-6 is the default.
# Fails: task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-6):
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
            array[place] = x
            gradient[place] = (right - left) / (2 * h)
        gradients.append(gradient)
    return gradients


# Chaff: equal-arrays-together
# Misconception: An array is known by its values: where they are equal, it is the same
# one.
# Fails: task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    gradients = []
    for array in arrays:
        gradient = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            def moved(step):
                out = []
                for other in arrays:
                    other2 = np.array(other, dtype=float)
                    if np.array_equal(other, array):
                        other2[place] += step
                    out.append(other2)
                return out
            gradient[place] = (f(*moved(h)) - f(*moved(-h))) / (2 * h)
        gradients.append(gradient)
    return gradients


# Chaff: same-array-together
# Misconception: The array that was passed twice is one variable.
# Fails: task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    gradients = []
    for array in arrays:
        gradient = np.zeros(array.shape)
        for place in np.ndindex(array.shape):
            def moved(step):
                out = []
                for other in arrays:
                    other2 = np.array(other, dtype=float)
                    if other is array:
                        other2[place] += step
                    out.append(other2)
                return out
            gradient[place] = (f(*moved(h)) - f(*moved(-h))) / (2 * h)
        gradients.append(gradient)
    return gradients


# Chaff: nearly-equal-is-zero
# Misconception: np.allclose says that two gradients are the same, so the error is 0.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    worst = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.shape != q.shape:
            return math.inf
        if np.allclose(p, q):
            worst.append(0.0)
        else:
            worst.append(np.max(np.abs(p - q) / np.maximum(1, np.maximum(np.abs(p), np.abs(q)))))
    return float(np.max(worst))


# Chaff: columns-not-compared
# Misconception: Arrays with as many axes and rows have the same shape.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    worst = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.ndim != q.ndim or len(p) != len(q):
            return math.inf
        worst.append(np.max(np.abs(p - q) / np.maximum(1, np.maximum(np.abs(p), np.abs(q)))))
    return float(np.max(worst))


# Chaff: vector-for-a-row
# Misconception: A gradient without a second axis is a row.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    if len(gradients) != len(arrays):
        return math.inf
    worst = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        if p.ndim == 2 and p.shape != q.shape or p.ndim > 2:
            return math.inf
        worst.append(np.max(np.abs(p - q) / np.maximum(1, np.maximum(np.abs(p), np.abs(q)))))
    return float(np.max(worst))


# Chaff: zeros-left-out
# Misconception: What is 0 has no influence, so its derivative is 0.
# Fails: task1-checker-test-gradient
# %% task1-checker
def numeric_gradient(f, *arrays, h=1e-5):
    arrays = [np.array(array, dtype=float) for array in arrays]
    gradients = []
    for array in arrays:
        gradient = np.zeros(array.shape)
        for place in zip(*np.nonzero(array)):
            x = array[place]
            array[place] = x + h
            right = f(*arrays)
            array[place] = x - h
            left = f(*arrays)
            array[place] = x
            gradient[place] = (right - left) / (2 * h)
        gradients.append(gradient)
    return gradients
