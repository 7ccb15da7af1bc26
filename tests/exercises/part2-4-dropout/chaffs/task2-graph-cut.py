# Misconception: A new node around the right numbers is as good as a graph.
# Fails: task2-dropout-test-gradients, task4-dropout-network-test-gradients
# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training:
        return x
    return dp.Node(x.value * dropout_mask(x.shape, rate, rng))
