# Misconception: the layer's parameters want no gradients
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].shape).requires_grad_(False)
    layer.weight.copy_(parameters["W"].detach().T)
    layer.bias.copy_(parameters["b"].detach()[0])
    return layer
