# Misconception: The new average goes into the dictionary that came in.
# Fails: task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    state["s"] = decay * state.get("s", 0) + (1 - decay) * gradient**2
    step = gradient / (np.sqrt(state["s"]) + epsilon)
    return parameter - learning_rate * step, state
