# Misconception: The velocity alone, times momentum, makes the step.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * momentum * v, {"v": v}
