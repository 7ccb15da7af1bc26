# Misconception: All squares are added up and none is forgotten (AdaGrad).
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = state.get("s", 0) + gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}
