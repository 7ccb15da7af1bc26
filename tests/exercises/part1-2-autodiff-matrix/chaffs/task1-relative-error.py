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
