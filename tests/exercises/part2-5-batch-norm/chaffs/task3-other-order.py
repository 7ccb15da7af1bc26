# Misconception: Returns the gradient for beta before that for gamma.
# Fails: task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centred = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centred**2).mean(axis=0, keepdims=True) + epsilon)
    x_hat = centred / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - (g_beta + x_hat * g_gamma) / len(x))
    return g_x, g_beta, g_gamma
