# Misconception: nn.Parameter(W) makes a copy.
# Fails: task4-linear-test-values
# %% task4-linear
def linear_of(W, b):
    linear = nn.Linear(*W.shape)
    linear.weight, linear.bias = nn.Parameter(W.T), nn.Parameter(b[0])
    return linear
