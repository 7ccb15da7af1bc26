# Misconception: The bias of a new layer is 0.
# Fails: task4-linear-test-values
# %% task4-linear
def linear_of(W, b):
    linear = nn.Linear(*W.shape)
    with torch.no_grad():
        linear.weight.copy_(W.T)
        linear.bias.zero_()
    return linear
