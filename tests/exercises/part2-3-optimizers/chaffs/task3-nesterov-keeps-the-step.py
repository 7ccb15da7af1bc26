# Misconception: What is kept is the step that was made.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    step = gradient + momentum * v
    return parameter - learning_rate * step, {"v": step}
