# Misconception: What goes into the activation is kept, not what comes out.
# Fails: task3-forward-test-kept, task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept, h = [x], x
    for W, b in parameters:
        kept.append(h @ W + b)
        h = activation(kept[-1])
    return kept
