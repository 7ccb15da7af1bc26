# Misconception: The gradient is used up anyway, so it can be scaled in place.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    gradient *= learning_rate
    return parameter - gradient, {}
