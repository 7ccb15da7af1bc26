# Misconception: The momentum fades the gradient, not the velocity.
# Fails: task5-fit-test-digits, task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        new = tuple(old + momentum * push for old, push in zip(v, g))
        moving.append(new)
        moved.append(tuple(array - rate * w for array, w, old, push in zip(p, new, v, g)))
    return moved, moving
