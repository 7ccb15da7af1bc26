# Chaff: adagrad
# Misconception: All squares are added up and none is forgotten (AdaGrad).
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = state.get("s", 0) + gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}


# Chaff: decay-swapped
# Misconception: decay is the share of the new square.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = (1 - decay) * state.get("s", 0) + decay * gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}


# Chaff: epsilon-left-out
# Misconception: epsilon is so small that it can be left out.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = decay * state.get("s", 0) + (1 - decay) * gradient**2
    with np.errstate(all="ignore"):
        return parameter - learning_rate * gradient / np.sqrt(s), {"s": s}


# Chaff: epsilon-under-the-root
# Misconception: epsilon stands under the root (Keras's form).
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = decay * state.get("s", 0) + (1 - decay) * gradient**2
    return parameter - learning_rate * gradient / np.sqrt(s + epsilon), {"s": s}


# Chaff: example-by-heart
# Misconception: Fake: the averages of the worked example, learned by heart.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    t = state.get("t", 0)
    root = np.array([[1.5, 2.0], [1.0, 7**0.5], [1.0, 1.0]][min(t, 2)])
    return parameter - learning_rate * gradient / root, {"t": t + 1}


# Chaff: in-place
# Misconception: The average can be changed in place.
# Fails: task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = state.get("s", np.zeros_like(gradient))
    s *= decay
    s += (1 - decay) * gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}


# Chaff: no-root
# Misconception: The gradient is divided by the average of the squares.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = decay * state.get("s", 0) + (1 - decay) * gradient**2
    return parameter - learning_rate * gradient / (s + epsilon), {"s": s}


# Chaff: one-average
# Misconception: One average for the whole array measures its size.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = decay * state.get("s", 0) + (1 - decay) * (gradient**2).mean()
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}


# Chaff: same-dictionary
# Misconception: The new average goes into the dictionary that came in.
# Fails: task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    state["s"] = decay * state.get("s", 0) + (1 - decay) * gradient**2
    step = gradient / (np.sqrt(state["s"]) + epsilon)
    return parameter - learning_rate * step, state


# Chaff: square-of-the-mean
# Misconception: The square of the average is the average of the squares.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = decay * state.get("s", 0) + (1 - decay) * np.abs(gradient)
    return parameter - learning_rate * gradient / (s + epsilon), {"s": s}


# Chaff: starts-with-the-square
# Misconception: The average starts with the first square, not with 0.
# Fails: task4-rmsprop-test-values, task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = decay * state.get("s", gradient**2) + (1 - decay) * gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}


# Chaff: zero-gradient-skipped
# Misconception: A gradient of 0 changes nothing, so the average stays, too.
# Fails: task4-rmsprop-test-values
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    if not gradient.any():
        return parameter.copy(), dict(state)
    s = decay * state.get("s", 0) + (1 - decay) * gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}


# Chaff: zero-elements-keep-average
# Misconception: Elements whose gradient is 0 keep their average.
# Fails: task4-rmsprop-test-values
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    old = state.get("s", np.zeros_like(gradient))
    s = np.where(gradient == 0, old, decay * old + (1 - decay) * gradient**2)
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}


# Chaff: keeps-the-gradient
# Misconception: Keeps the caller's gradient in the state, for a look.
# Fails: task4-rmsprop-test-arguments
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    old = state.get("s", 0)
    s = decay * old + (1 - decay) * state.get("g", gradient) ** 2 if False else decay * old + (1 - decay) * gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s, "g": gradient}


# Chaff: zero-average-restarts
# Misconception: An average with a 0 in it has not begun yet.
# Fails: task4-rmsprop-test-values
# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    s = state.get("s")
    if s is None or (s == 0).any():
        s = np.zeros_like(gradient)
    s = decay * s + (1 - decay) * gradient**2
    return parameter - learning_rate * gradient / (np.sqrt(s) + epsilon), {"s": s}
