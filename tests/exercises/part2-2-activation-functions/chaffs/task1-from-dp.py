# Misconception: Fake: the functions of dp's nodes, which make a matrix of everything.
# Fails: task1-activations-test-values
# %% task1-activations
def relu(z):
    return dp.Node(z).relu().value
