# Misconception: NumPy knows how to subtract arrays, so shapes need no look.
# Fails: task1-checker-test-error
# %% task1-checker
def gradient_error(f, gradients, *arrays):
    errors = []
    for p, q in zip(gradients, numeric_gradient(f, *arrays)):
        scale = np.maximum(1, np.maximum(np.abs(p), np.abs(q)))
        errors.append(np.max(np.abs(p - q) / scale))
    return float(np.max(errors)) if errors else math.inf
