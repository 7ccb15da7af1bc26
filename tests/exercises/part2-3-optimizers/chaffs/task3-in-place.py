# Misconception: The velocity is the rule's own, so it can be changed in place.
# Fails: task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = state.get("v", np.zeros_like(gradient))
    v *= momentum
    v += gradient
    return parameter - learning_rate * v, {"v": v}
