# Chaff: always-step-one
# Misconception: The correction is 1 - beta, in every step.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m_hat, s_hat = m / (1 - beta1), s / (1 - beta2)
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


# Chaff: betas-swapped
# Misconception: beta1 belongs to the squares, beta2 to the gradients.
# Fails: task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta2 * state.get("m", 0) + (1 - beta2) * gradient
    s = beta1 * state.get("s", 0) + (1 - beta1) * gradient**2
    m_hat, s_hat = m / (1 - beta2**t), s / (1 - beta1**t)
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


# Chaff: count-in-place
# Misconception: The count goes on in the dictionary that came in.
# Fails: task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    state["t"] = t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m_hat, s_hat = m / (1 - beta1**t), s / (1 - beta2**t)
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


# Chaff: counts-from-zero
# Misconception: The first step is number 0, so it gets no correction.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0)
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m_hat = m / (1 - beta1**t) if t else m
    s_hat = s / (1 - beta2**t) if t else s
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t + 1, "m": m, "s": s}


# Chaff: epsilon-hat
# Misconception: The short form of the paper's section 2 with the same epsilon.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    rate = learning_rate * np.sqrt(1 - beta2**t) / (1 - beta1**t)
    return parameter - rate * m / (np.sqrt(s) + epsilon), {"t": t, "m": m, "s": s}


# Chaff: epsilon-under-the-root
# Misconception: epsilon stands under the root.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m_hat, s_hat = m / (1 - beta1**t), s / (1 - beta2**t)
    step = m_hat / np.sqrt(s_hat + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


# Chaff: gradient-on-top
# Misconception: Only the squares are averaged, on top stands the gradient (RMSProp,
# corrected).
# Fails: task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m, m_hat, s_hat = 0, gradient, s / (1 - beta2**t)
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


# Chaff: half-corrected
# Misconception: Only the average of the gradients is biased.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m_hat, s_hat = m / (1 - beta1**t), s
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


# Chaff: in-place
# Misconception: The averages can be changed in place.
# Fails: task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = state.get("m", np.zeros_like(gradient))
    s = state.get("s", np.zeros_like(gradient))
    m += (1 - beta1) * (gradient - m)
    s += (1 - beta2) * (gradient**2 - s)
    m_hat, s_hat = m / (1 - beta1**t), s / (1 - beta2**t)
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


# Chaff: keeps-the-corrected
# Misconception: The corrected averages are the better ones to go on with.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m_hat, s_hat = m / (1 - beta1**t), s / (1 - beta2**t)
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m_hat, "s": s_hat}


# Chaff: no-correction
# Misconception: The averages need no correction, they find the right size by
# themselves.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m_hat, s_hat = m, s
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


# Chaff: root-of-the-correction
# Misconception: The correction of s comes after the root, without a root of its own.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m_hat = m / (1 - beta1**t)
    step = m_hat / (np.sqrt(s) / (1 - beta2**t) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


# Chaff: shared-count
# Misconception: One global count of steps does for all parameters.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    COUNT[0] += 1
    t = COUNT[0]
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    m_hat, s_hat = m / (1 - beta1**t), s / (1 - beta2**t)
    step = m_hat / (np.sqrt(s_hat) + epsilon)
    return parameter - learning_rate * step, {"t": t, "m": m, "s": s}


COUNT = [0]


# Chaff: sign-only
# Misconception: Fake: each step is the learning rate times the sign, as in the first
# one.
# Fails: task5-adam-test-constant, task5-adam-test-steps, task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999,
              epsilon=1e-8):
    return parameter - learning_rate * np.sign(gradient), {}


# Chaff: zero-gradient-skipped
# Misconception: A gradient of 0 changes nothing, so the step is skipped.
# Fails: task5-adam-test-steps
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    if not gradient.any():
        return parameter.copy(), dict(state)
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    return parameter - learning_rate * m / (1 - beta1**t) / (np.sqrt(s / (1 - beta2**t)) + epsilon), {"t": t, "m": m, "s": s}


# Chaff: zero-elements-stay
# Misconception: Elements whose gradient is 0 stay where they are.
# Fails: task5-adam-test-steps
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    new = parameter - learning_rate * m / (1 - beta1**t) / (np.sqrt(s / (1 - beta2**t)) + epsilon)
    return np.where(gradient == 0, parameter, new), {"t": t, "m": m, "s": s}


# Chaff: count-capped
# Misconception: After a hundred steps the correction makes no difference.
# Fails: task5-adam-test-constant
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = min(state.get("t", 0) + 1, 100)
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    return parameter - learning_rate * m / (1 - beta1**t) / (np.sqrt(s / (1 - beta2**t)) + epsilon), {"t": t, "m": m, "s": s}


# Chaff: correction-at-first-only
# Misconception: After twenty steps the averages are no longer biased.
# Fails: task5-adam-test-constant
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    mh, sh = (m / (1 - beta1**t), s / (1 - beta2**t)) if t <= 20 else (m, s)
    return parameter - learning_rate * mh / (np.sqrt(sh) + epsilon), {"t": t, "m": m, "s": s}


# Chaff: first-rate-for-all
# Misconception: The learning rate of the first step is kept.
# Fails: task5-adam-test-steps
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    learning_rate = state.get("a", learning_rate)
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    return parameter - learning_rate * m / (1 - beta1**t) / (np.sqrt(s / (1 - beta2**t)) + epsilon), {"t": t, "m": m, "s": s, "a": learning_rate}


# Chaff: rate-in-the-average
# Misconception: The learning rate stands inside the average.
# Fails: task5-adam-test-steps
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * learning_rate * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    return parameter - m / (1 - beta1**t) / (np.sqrt(s / (1 - beta2**t)) + epsilon), {"t": t, "m": m, "s": s}


# Chaff: keeps-the-gradient
# Misconception: With beta1 = 0 the gradient itself is the average.
# Fails: task5-adam-test-arguments
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state.get("t", 0) + 1
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient if t > 1 or beta1 else gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    return parameter - learning_rate * m / (1 - beta1**t) / (np.sqrt(s / (1 - beta2**t)) + epsilon), {"t": t, "m": m, "s": s}


# Chaff: zero-gradient-not-counted
# Misconception: A step with a gradient of 0 does not count.
# Fails: task5-adam-test-steps
# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    t = state.get("t", 0) + (1 if gradient.any() else 0)
    m = beta1 * state.get("m", 0) + (1 - beta1) * gradient
    s = beta2 * state.get("s", 0) + (1 - beta2) * gradient**2
    if t == 0:
        return parameter.copy(), {"t": 0, "m": m, "s": s}
    return parameter - learning_rate * m / (1 - beta1**t) / (np.sqrt(s / (1 - beta2**t)) + epsilon), {"t": t, "m": m, "s": s}
