# Chaff: example-by-heart
# Misconception: Fake: the velocities of the worked example, learned by heart.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    t = state.get("t", 0)
    v = (1, 1.9, 2.71, 3.439)[min(t, 3)]
    return parameter - learning_rate * v * gradient, {"t": t + 1}


# Chaff: global-velocity
# Misconception: One velocity in a global variable serves all parameters.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    VELOCITY["v"] = momentum * VELOCITY.get("v", 0) + gradient
    return parameter - learning_rate * VELOCITY["v"], {}


VELOCITY = {}


# Chaff: in-place
# Misconception: The velocity is the rule's own, so it can be changed in place.
# Fails: task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = state.get("v", np.zeros_like(gradient))
    v *= momentum
    v += gradient
    return parameter - learning_rate * v, {"v": v}


# Chaff: keeps-the-gradient
# Misconception: In the first step the velocity is the gradient itself, no copy is
# needed.
# Fails: task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state["v"] + gradient if state else gradient
    return parameter - learning_rate * v, {"v": v}


# Chaff: moving-average
# Misconception: The velocity is an average: the gradient counts with 1 - momentum.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + (1 - momentum) * gradient
    return parameter - learning_rate * v, {"v": v}


# Chaff: nesterov-full-velocity
# Misconception: The step is the gradient and the whole velocity.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * (gradient + v), {"v": v}


# Chaff: nesterov-in-place
# Misconception: The velocity can be changed in place.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = state.get("v", np.zeros_like(gradient))
    v *= momentum
    v += gradient
    return parameter - learning_rate * (gradient + momentum * v), {"v": v}


# Chaff: nesterov-jump-only
# Misconception: The velocity alone, times momentum, makes the step.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * momentum * v, {"v": v}


# Chaff: nesterov-keeps-the-step
# Misconception: What is kept is the step that was made.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    step = gradient + momentum * v
    return parameter - learning_rate * step, {"v": step}


# Chaff: nesterov-old-velocity
# Misconception: Looking ahead takes the old velocity (which gives momentum again).
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = state.get("v", 0)
    return parameter - learning_rate * (gradient + momentum * v), {
        "v": momentum * v + gradient}


# Chaff: nesterov-rate-inside
# Misconception: The learning rate is part of the velocity (Keras's form).
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) - learning_rate * gradient
    return parameter + momentum * v - learning_rate * gradient, {"v": v}


# Chaff: old-velocity
# Misconception: The step uses the velocity from before the gradient came.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = state.get("v", np.zeros_like(gradient))
    return parameter - learning_rate * v, {"v": momentum * v + gradient}


# Chaff: rate-in-the-velocity
# Misconception: Whether the learning rate stands inside or outside is the same
# (Sutskever's form).
# Fails: task3-momentum-test-values
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + learning_rate * gradient
    return parameter - v, {"v": v}


# Chaff: same-dictionary
# Misconception: The new velocity goes into the dictionary that came in.
# Fails: task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    state["v"] = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * state["v"], state


# Chaff: velocity-forgotten
# Misconception: The state is filled once and returned as it came.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * v, state or {"v": v}


# Chaff: velocity-times-all
# Misconception: momentum multiplies old velocity and gradient together.
# Fails: task3-momentum-test-values, task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * (state.get("v", 0) + gradient)
    return parameter - learning_rate * v, {"v": v}


# Chaff: zero-gradient-skipped
# Misconception: A gradient of 0 changes nothing, so the step is skipped.
# Fails: task3-momentum-test-values
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    if not gradient.any():
        return parameter.copy(), dict(state)
    v = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * v, {"v": v}


# Chaff: zero-elements-stay
# Misconception: Elements whose gradient is 0 stay where they are.
# Fails: task3-momentum-test-values
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    return np.where(gradient == 0, parameter, parameter - learning_rate * v), {"v": v}


# Chaff: velocity-from-the-step
# Misconception: The velocity is got back from the step that was made.
# Fails: task3-momentum-test-values
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    new = parameter - learning_rate * v
    return new, {"v": (parameter - new) / learning_rate}


# Chaff: keeps-the-gradient-without-momentum
# Misconception: Without momentum the gradient itself is the velocity.
# Fails: task3-momentum-test-arguments
# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    if momentum == 0:
        return parameter - learning_rate * gradient, {"v": gradient}
    v = momentum * state.get("v", np.zeros_like(parameter)) + gradient
    return parameter - learning_rate * v, {"v": v}


# Chaff: nesterov-zero-gradient-skipped
# Misconception: A gradient of 0 changes nothing, so the step is skipped.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    if not gradient.any():
        return parameter.copy(), dict(state)
    v = momentum * state.get("v", 0) + gradient
    return parameter - learning_rate * (gradient + momentum * v), {"v": v}


# Chaff: nesterov-zero-elements-stay
# Misconception: Elements whose gradient is 0 stay where they are.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    return np.where(gradient == 0, parameter, parameter - learning_rate * (gradient + momentum * v)), {"v": v}


# Chaff: nesterov-clips
# Misconception: Steps longer than 5 are clipped.
# Fails: task3-nesterov-test-values
# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    v = momentum * state.get("v", 0) + gradient
    return parameter - np.clip(learning_rate * (gradient + momentum * v), -5, 5), {"v": v}
