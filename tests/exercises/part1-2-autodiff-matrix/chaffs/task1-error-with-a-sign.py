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
