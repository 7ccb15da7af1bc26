# Misconception: Only the weights that change belong into the result.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    return {layer + "_W": p[layer + "_W"] * (1 - rate) for layer in layers}
