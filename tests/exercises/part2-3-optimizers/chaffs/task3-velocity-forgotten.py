# Misconception: The state is filled once and returned as it came.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * v, state or {"v": v}
