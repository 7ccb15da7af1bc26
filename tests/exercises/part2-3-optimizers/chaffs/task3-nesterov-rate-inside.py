# Misconception: The learning rate is part of the velocity (Keras's form).
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) - learning_rate * gradient
    return parameter + momentum * v - learning_rate * gradient, {"v": v}
