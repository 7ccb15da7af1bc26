# Misconception: reshape is as good as a transpose
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape)
    with torch.no_grad():
        layer.weight.copy_(parameters["W"].reshape(layer.weight.shape))
        layer.bias.copy_(parameters["b"][0])
    return layer
