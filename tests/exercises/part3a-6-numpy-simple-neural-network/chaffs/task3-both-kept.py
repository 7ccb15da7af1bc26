# Misconception: Each layer keeps the number before its activation and the one behind
# it.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept, h = [x], x
    for W, b in parameters:
        z = h @ W + b
        h = activation(z)
        kept += [z, h]
    return kept[:-1]
