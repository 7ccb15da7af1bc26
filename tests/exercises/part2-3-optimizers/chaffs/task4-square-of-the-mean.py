# Misconception: The square of the average is the average of the squares.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = decay * state.get("s", 0) + (1 - decay) * np.abs(gradient)
    return parameter - learning_rate * gradient / (s + epsilon), {"s": s}
