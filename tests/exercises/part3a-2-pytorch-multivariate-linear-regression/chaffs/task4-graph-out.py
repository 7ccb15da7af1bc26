# Misconception: clone() leaves the graph behind.
# Fails: task4-linear-test-values
# %% task4-linear
def parameters_of(linear):
    return linear.weight.T.clone(), linear.bias.clone()[None]
