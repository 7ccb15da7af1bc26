# Misconception: the layer keeps its own random bias
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    with torch.no_grad():
        layer.weight.copy_(parameters["W"].T)
    return layer
