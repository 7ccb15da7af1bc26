# Misconception: Epsilon only matters in the forward pass.
# Fails: task3-backward-test-inputs, task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    centred = x - x.mean(axis=0, keepdims=True)
    root = np.sqrt((centred**2).mean(axis=0, keepdims=True))
    root = np.where(root == 0, 1, root)
    x_hat = centred / root
    g_gamma = (g * x_hat).sum(axis=0, keepdims=True)
    g_beta = g.sum(axis=0, keepdims=True)
    g_x = gamma / root * (g - (g_beta + x_hat * g_gamma) / len(x))
    return g_x, g_gamma, g_beta
