# Misconception: The parameters are changed where they stand.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    for layer in layers:
        p[layer + "_W"] *= 1 - rate
    return p
