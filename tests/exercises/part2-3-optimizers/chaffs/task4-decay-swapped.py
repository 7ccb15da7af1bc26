# Misconception: decay is the share of the new square.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = (1 - decay) * state.get("s", 0) + decay * gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}
