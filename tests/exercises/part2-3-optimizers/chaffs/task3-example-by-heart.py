# Misconception: Fake: the velocities of the worked example, learned by heart.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    t = state.get("t", 0)
    v = (1, 1.9, 2.71, 3.439)[min(t, 3)]
    return parameter - learning_rate * v * gradient, {"t": t + 1}
