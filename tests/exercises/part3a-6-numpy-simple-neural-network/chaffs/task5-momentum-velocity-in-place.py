# Misconception: Only the velocity may change in place: it belongs to the optimiser.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    for g, v in zip(gradients, velocities):
        for k in (0, 1):
            v[k][...] = momentum * v[k] + g[k]
    moved = [tuple(p - rate * w for p, w in zip(*two)) for two in zip(parameters, velocities)]
    return moved, velocities
