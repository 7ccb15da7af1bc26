# Misconception: In the first step the velocity is the gradient itself, no copy is
# needed.
# Fails: task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state["v"] + gradient if state else gradient
    return parameter - learning_rate * v, {"v": v}
