# Misconception: The step is the gradient and the whole velocity.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * (gradient + v), {"v": v}
