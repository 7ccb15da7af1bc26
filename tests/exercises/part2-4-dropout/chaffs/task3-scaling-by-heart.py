# Misconception: Fake: the factor 0.8 of the visible example.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    scaled = [layer + "_W" for layer in layers]
    return {name: value * (0.8 if name in scaled else 1) for name, value in p.items()}
