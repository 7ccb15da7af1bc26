# Misconception: Only the direction of a gradient counts, the learning rate is the
# length.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter - learning_rate * gradient / np.linalg.norm(gradient), {}
