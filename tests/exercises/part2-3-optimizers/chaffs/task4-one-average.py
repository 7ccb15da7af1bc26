# Misconception: One average for the whole array measures its size.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = decay * state.get("s", 0) + (1 - decay) * (gradient**2).mean()
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}
