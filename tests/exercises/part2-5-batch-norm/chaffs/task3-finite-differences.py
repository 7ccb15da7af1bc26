# Misconception: Fake: the gradient for x by central differences.
# Fails: task3-backward-test-inputs
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centred = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centred**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centred / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)

    def output(x):
        centred = x - x.mean(axis=0)
        root = np.sqrt((centred**2).mean(axis=0) + epsilon)
        return (g * gamma * centred / root).sum()

    g_x = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        step = np.zeros(x.shape)
        step[place] = 1e-5
        g_x[place] = (output(x + step) - output(x - step)) / 2e-5
    return g_x, g_gamma, g_beta
