# Misconception: Looking ahead takes the old velocity (which gives momentum again).
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = state.get("v", 0)
    return parameter - learning_rate * (gradient + momentum * v), {
        "v": momentum * v + gradient}
