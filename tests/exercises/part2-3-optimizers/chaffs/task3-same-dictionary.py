# Misconception: The new velocity goes into the dictionary that came in.
# Fails: task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    state["v"] = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * state["v"], state
