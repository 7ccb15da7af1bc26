# Misconception: The step uses the velocity from before the gradient came.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = state.get("v", np.zeros_like(gradient))
    return parameter - learning_rate * v, {"v": momentum * v + gradient}
