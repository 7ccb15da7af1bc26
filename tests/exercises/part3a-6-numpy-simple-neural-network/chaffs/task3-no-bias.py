# Misconception: Biases start with 0, so they need not be added.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for W, b in parameters[:-1]:
        kept.append(activation(kept[-1] @ W))
    return [*kept, kept[-1] @ parameters[-1][0]]
