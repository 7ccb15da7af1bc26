# Misconception: Layers without biases.
# Fails: task2-network-test-outputs, task2-network-test-dropout
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        super().__init__(sizes, rate)
        pairs = zip(sizes, sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, c, bias=False) for a, c in pairs)
