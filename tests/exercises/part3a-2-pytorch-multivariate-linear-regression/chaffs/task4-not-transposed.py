# Misconception: weight has the shape of W.
# Fails: task4-linear-test-values
# %% task4-linear
def linear_of(W, b):
    linear = nn.Linear(*W.shape)
    with torch.no_grad():
        linear.weight.copy_(W.reshape(linear.weight.shape))
        linear.bias.copy_(b[0])
    return linear
