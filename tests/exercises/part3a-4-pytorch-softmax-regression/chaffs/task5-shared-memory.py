# Misconception: layer and dictionary share their numbers
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    layer.weight.data = parameters["W"].data.T
    layer.bias.data = parameters["b"].data[0]
    return layer
