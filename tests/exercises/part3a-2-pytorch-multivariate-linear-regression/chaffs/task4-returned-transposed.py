# Misconception: W is the layer's weight.
# Fails: task4-linear-test-values
# %% task4-linear
def parameters_of(linear):
    return linear.weight.detach().clone(), linear.bias.detach().clone()[None]
