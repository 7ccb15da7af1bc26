# Misconception: A step goes as far as the gradient is long.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter - gradient, {}
