# Misconception: Layers are matrix products; the activation is for the way back.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for W, b in parameters:
        kept.append(kept[-1] @ W + b)
    return kept
