# Misconception: Fake: the visible example's numbers.
# Fails: task5-fit-test-digits, task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    return [(a * 0 + 0.3, b * 0 + 0.3) for a, b in parameters], [(a * 0 + 7.0, b * 0 + 7.0) for a, b in parameters]
