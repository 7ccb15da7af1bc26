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
