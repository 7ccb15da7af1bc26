# Misconception: Writing into the parameter saves memory and does the same.
# Fails: task1-sgd-test-step
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    parameter -= learning_rate * gradient
    return parameter, {}
