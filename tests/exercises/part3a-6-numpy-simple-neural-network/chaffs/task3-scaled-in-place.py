# Misconception: The caller's examples are centred first.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    x -= x.mean(axis=0) * (len(x) > 1)
    kept = [x]
    for W, b in parameters[:-1]:
        kept.append(activation(kept[-1] @ W + b))
    W, b = parameters[-1]
    return [*kept, kept[-1] @ W + b]
