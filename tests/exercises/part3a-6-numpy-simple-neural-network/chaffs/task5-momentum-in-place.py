# Misconception: Parameters are changed in place, as PyTorch's optimisers do.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    for p, g, v in zip(parameters, gradients, velocities):
        for k in (0, 1):
            v[k][...] = momentum * v[k] + g[k]
            p[k][...] -= rate * v[k]
    return parameters, velocities
