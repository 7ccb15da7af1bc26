# Misconception: The activation of a hidden layer is ReLU.
# Fails: task3-forward-test-kept, task3-forward-test-output
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for W, b in parameters:
        kept.append(np.maximum(0, kept[-1] @ W + b))
    return [*kept[:-1], kept[-2] @ W + b]
