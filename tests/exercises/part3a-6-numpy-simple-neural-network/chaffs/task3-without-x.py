# Misconception: The input is known anyway, and need not be kept.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = []
    for W, b in parameters:
        z = x @ W + b
        x = activation(z)
        kept.append(x)
    return [*kept[:-1], z]
