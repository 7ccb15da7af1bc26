# Misconception: Always one hidden layer, with the first, second and last size.
# Fails: task2-network-test-outputs, task2-network-test-dropout
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        super().__init__((sizes[0], sizes[1], sizes[-1]), rate)
