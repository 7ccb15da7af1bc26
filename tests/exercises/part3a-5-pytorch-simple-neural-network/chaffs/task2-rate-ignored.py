# Misconception: The rate is taken, and never handed on: nothing is dropped.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        super().__init__(sizes)
