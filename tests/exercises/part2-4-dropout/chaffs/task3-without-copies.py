# Misconception: Arrays that stay as they are need no copy.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    scaled = [layer + "_W" for layer in layers]
    return {name: value * (1 - rate) if name in scaled else value for name, value in p.items()}
