# Misconception: The gradient shows where to go.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return parameter + learning_rate * gradient, {}
