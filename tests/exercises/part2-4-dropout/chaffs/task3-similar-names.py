# Misconception: A layer's parameters are those whose names start with its name.
# Fails: task3-weight-scaling-test-parameters
# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    def scale(name):
        return 1 - rate if name[-1] == "W" and name.startswith(tuple(layers)) else 1

    return {name: value * scale(name) for name, value in p.items()}
