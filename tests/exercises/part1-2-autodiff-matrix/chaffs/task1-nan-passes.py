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
