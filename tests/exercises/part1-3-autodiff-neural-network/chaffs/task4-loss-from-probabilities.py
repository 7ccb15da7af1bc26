# Misconception: The loss as in the paper, from the output of forward.
# Fails: task4-network-test-outputs
# %% task4-network
class Network(Network):
    def loss(self, x, y):
        return cross_entropy(self.forward(x), y)
