# Misconception: Fake: the worked example's result, learned by heart.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return np.array([0.95, 2.1]), {}
