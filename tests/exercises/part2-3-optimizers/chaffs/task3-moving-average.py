# Misconception: The velocity is an average: the gradient counts with 1 - momentum.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + (1 - momentum) * gradient
    return parameter - learning_rate * v, {"v": v}
