# Misconception: The bias keeps the layer's shape.
# Fails: task4-linear-test-values
# %% task4-linear
def parameters_of(linear):
    return linear.weight.detach().T.clone(), linear.bias.detach().clone()
