# Misconception: Numbers that are given need no training.
# Fails: task4-linear-test-values
# %% task4-linear
def linear_of(W, b):
    linear = nn.Linear(*W.shape).requires_grad_(False)
    linear.weight.copy_(W.T)
    linear.bias.copy_(b[0])
    return linear
