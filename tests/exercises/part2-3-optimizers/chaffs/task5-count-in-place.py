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
