# Misconception: detach() makes a copy.
# Fails: task4-linear-test-values
# %% task4-linear
def parameters_of(linear):
    return linear.weight.detach().T, linear.bias.detach()[None]
