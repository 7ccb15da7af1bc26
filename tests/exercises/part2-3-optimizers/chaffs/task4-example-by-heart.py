# Misconception: Fake: the averages of the worked example, learned by heart.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    t = state.get("t", 0)
    root = np.array([[1.5, 2.0], [1.0, 7**0.5], [1.0, 1.0]][min(t, 2)])
    return parameter - learning_rate * gradient / root, {"t": t + 1}
