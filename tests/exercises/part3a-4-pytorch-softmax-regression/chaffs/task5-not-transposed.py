# Misconception: weight has W's shape
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    layer.weight = torch.nn.Parameter(parameters["W"].detach().clone())
    layer.bias = torch.nn.Parameter(parameters["b"][0].detach().clone())
    return layer
