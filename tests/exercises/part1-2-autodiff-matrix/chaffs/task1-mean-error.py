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
