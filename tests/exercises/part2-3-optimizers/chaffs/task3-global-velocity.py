# Misconception: One velocity in a global variable serves all parameters.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    VELOCITY["v"] = momentum * VELOCITY.get("v", 0) + gradient
    return parameter - learning_rate * VELOCITY["v"], {}


VELOCITY = {}
