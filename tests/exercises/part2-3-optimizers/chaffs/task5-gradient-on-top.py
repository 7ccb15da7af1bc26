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
