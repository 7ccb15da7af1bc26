# Misconception: Dropout acts on all layers, so all weights are scaled.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    return {name: value * (1 - rate if name.endswith("_W") else 1) for name, value in p.items()}
