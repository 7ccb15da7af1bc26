# Misconception: The velocity can be changed in place.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = state.get("v", np.zeros_like(gradient))
    v *= momentum
    v += gradient
    return parameter - learning_rate * (gradient + momentum * v), {"v": v}
