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
