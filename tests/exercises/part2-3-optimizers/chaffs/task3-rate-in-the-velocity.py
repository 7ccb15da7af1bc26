# Misconception: Whether the learning rate stands inside or outside is the same
# (Sutskever's form).
# Fails: task3-momentum-test-values
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + learning_rate * gradient
    return parameter - v, {"v": v}
