# Misconception: bias has b's shape (1, classes)
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    layer.weight = torch.nn.Parameter(parameters["W"].detach().T.clone())
    layer.bias = torch.nn.Parameter(parameters["b"].detach().clone())
    return layer
