# Chaff: all-constant
# Misconception: Mean and variance are taken as constants.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = g * gamma / root
    return g_x, g_gamma, g_beta


# Chaff: centered-for-standardized
# Misconception: Uses x - mean where x_hat belongs.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - (g_beta + centered * g_gamma) / len(x))
    return g_x, g_gamma, g_beta


# Chaff: example-by-heart
# Misconception: Fake: the visible example's results in place of a computation.
# Fails: task3-backward-test-inputs, task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    g_x = np.array([[-5 / 18, 0.0], [5 / 18, 0.0]])
    return g_x, np.array([[2 / 3, 0.0]]), np.array([[1.0, 0.0]])


# Chaff: finite-differences
# Misconception: Fake: the gradient for x by central differences.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)

    def output(x):
        centered = x - x.mean(axis=0)
        root = np.sqrt((centered**2).mean(axis=0) + epsilon)
        return (g * gamma * centered / root).sum()

    g_x = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[place] = 1e-5
        g_x[place] = (output(x + step) - output(x - step)) / 2e-5
    return g_x, g_gamma, g_beta


# Chaff: gamma-from-x
# Misconception: The gradient for gamma multiplies with x, not with x_hat.
# Fails: task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - (g_beta + x_hat * g_gamma) / len(x))
    return g_x, (g * x).sum(axis=0, keepdims=True), g_beta


# Chaff: in-place
# Misconception: Scales the signal that the caller still needs.
# Fails: task3-backward-test-inputs, task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g -= (g_beta + x_hat * g_gamma) / len(x)
    g_x = gamma / root * g
    return g_x, g_gamma, g_beta


# Chaff: means-for-sums
# Misconception: The parameters' gradients are means over the batch.
# Fails: task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - (g_beta + x_hat * g_gamma) / len(x))
    return g_x, g_gamma / len(x), g_beta / len(x)


# Chaff: no-epsilon
# Misconception: Epsilon only matters in the forward pass.
# Fails: task3-backward-test-inputs, task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True))
    root = np.where(root == 0, 1, root)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - (g_beta + x_hat * g_gamma) / len(x))
    return g_x, g_gamma, g_beta


# Chaff: no-gamma
# Misconception: The gradient for x does not meet gamma on its way.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = 1 / root * (g - (g_beta + x_hat * g_gamma) / len(x))
    return g_x, g_gamma, g_beta


# Chaff: no-root
# Misconception: The factor of the chain rule 1 / root is left out.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma * (g - (g_beta + x_hat * g_gamma) / len(x))
    return g_x, g_gamma, g_beta


# Chaff: no-way-by-mean
# Misconception: The mean is taken as a constant.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - x_hat * g_gamma / len(x))
    return g_x, g_gamma, g_beta


# Chaff: no-way-by-variance
# Misconception: The variance is taken as a constant.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - g_beta / len(x))
    return g_x, g_gamma, g_beta


# Chaff: other-order
# Misconception: Returns the gradient for beta before that for gamma.
# Fails: task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - (g_beta + x_hat * g_gamma) / len(x))
    return g_x, g_beta, g_gamma


# Chaff: sum-over-n-minus-1
# Misconception: The two means divide by n - 1.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centered = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centered**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centered / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - (g_beta + x_hat * g_gamma) / max(1, len(x) - 1))
    return g_x, g_gamma, g_beta


# Chaff: one-example-passes-on
# Misconception: A batch of one is not standardized, so the signal goes on.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    root = np.sqrt(x.var(axis=0) + epsilon)
    x_hat = (x - x.mean(axis=0)) / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    if len(x) == 1:
        return g * gamma / root, g_gamma, g_beta
    return gamma / root * (g - (g_beta + x_hat * g_gamma) / len(x)), g_gamma, g_beta


# Chaff: gamma-divided-out
# Misconception: Multiplies the signal by gamma, and divides it out again.
# Fails: task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    root = np.sqrt(x.var(axis=0) + epsilon)
    x_hat = (x - x.mean(axis=0)) / root
    g_hat = g * gamma
    g_x = (g_hat - g_hat.mean(axis=0) - x_hat * (g_hat * x_hat).mean(axis=0)) / root
    return g_x, (g_hat * x_hat).sum(axis=0, keepdims=True) / gamma, (g_hat.sum(axis=0, keepdims=True) / gamma)


# Chaff: gamma-without-sign
# Misconception: Gamma goes under the root, where its sign is lost.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    root = np.sqrt(x.var(axis=0) + epsilon)
    x_hat = (x - x.mean(axis=0)) / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    return np.sqrt(gamma**2 / root**2) * (g - (g_beta + x_hat * g_gamma) / len(x)), g_gamma, g_beta


# Chaff: root-floor
# Misconception: Small roots are raised, so that no gradient gets large.
# Fails: task3-backward-test-inputs, task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    root = np.maximum(np.sqrt(x.var(axis=0) + epsilon), 0.05)
    x_hat = (x - x.mean(axis=0)) / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    return gamma / root * (g - (g_beta + x_hat * g_gamma) / len(x)), g_gamma, g_beta


# Chaff: clips-the-signal
# Misconception: Clips the signal, as against exploding gradients.
# Fails: task3-backward-test-inputs, task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    g = np.clip(g, -5, 5)
    root = np.sqrt(x.var(axis=0) + epsilon)
    x_hat = (x - x.mean(axis=0)) / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    return gamma / root * (g - (g_beta + x_hat * g_gamma) / len(x)), g_gamma, g_beta
