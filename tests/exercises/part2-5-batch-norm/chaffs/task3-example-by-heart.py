# Misconception: Fake: the visible example's results in place of a computation.
# Fails: task3-backward-test-inputs, task3-backward-test-parameters
# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    g_x = np.array([[-5 / 18, 0.0], [5 / 18, 0.0]])
    return g_x, np.array([[2 / 3, 0.0]]), np.array([[1.0, 0.0]])
