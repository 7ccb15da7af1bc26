# Misconception: Layers in a plain list: none of their parameters is registered.
# Fails: task2-network-test-outputs, task2-network-test-dropout, task5-fit-test-best
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        nn.Module.__init__(self)
        self.layers = [nn.Linear(a, c) for a, c in zip(sizes, sizes[1:])]
        self.dropout = nn.Dropout(rate)
