# Misconception: The caller's biases may be used up.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for i, (W, b) in enumerate(parameters):
        kept.append(kept[-1] @ W + b)
        if i < len(parameters) - 1:
            kept[-1] = activation(kept[-1])
        b *= 1 + 1e-3
    return kept
