# Misconception: Biases need no momentum.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for (W, b), (dW, db), (vW, vb) in zip(parameters, gradients, velocities):
        vW = momentum * vW + dW
        moving.append((vW, vb))
        moved.append((W - rate * vW, b - rate * db))
    return moved, moving
