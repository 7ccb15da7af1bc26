# Misconception: epsilon is so small that it can be left out.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = decay * state.get("s", 0) + (1 - decay) * gradient**2
    with np.errstate(all="ignore"):
        return parameter - learning_rate * gradient / np.sqrt(s), {"s": s}
