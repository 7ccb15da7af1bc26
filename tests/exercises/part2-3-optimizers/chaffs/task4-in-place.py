# Misconception: The average can be changed in place.
# Fails: task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = state.get("s", np.zeros_like(gradient))
    s *= decay
    s += (1 - decay) * gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}
