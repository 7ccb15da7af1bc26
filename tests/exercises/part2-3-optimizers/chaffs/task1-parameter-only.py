# Misconception: A rule without a memory returns only the parameter.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter - learning_rate * gradient
