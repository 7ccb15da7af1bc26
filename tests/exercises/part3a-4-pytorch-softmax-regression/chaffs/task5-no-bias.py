# Misconception: a layer without a bias
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape, bias=False)
    with torch.no_grad():
        layer.weight.copy_(parameters["W"].T)
    return layer
