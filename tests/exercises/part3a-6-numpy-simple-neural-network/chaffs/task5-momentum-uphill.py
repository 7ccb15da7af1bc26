# Misconception: The step goes along the velocity.
# Fails: task5-fit-test-digits, task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        new = tuple(momentum * old + push for old, push in zip(v, g))
        moving.append(new)
        moved.append(tuple(array + rate * w for array, w, old, push in zip(p, new, v, g)))
    return moved, moving
