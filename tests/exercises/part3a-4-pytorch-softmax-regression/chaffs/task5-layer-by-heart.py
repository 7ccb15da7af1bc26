# Misconception: a fake: the values of the visible test
# Fails: task5-as-linear-test-layer
# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(2, 3)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([[1.0, 0], [2, -1], [4, 3]]))
        layer.bias.copy_(torch.tensor([10.0, 20, 30]))
    return layer
