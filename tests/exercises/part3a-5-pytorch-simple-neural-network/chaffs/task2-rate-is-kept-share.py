# Misconception: The rate is taken for the share that is kept.
# Fails: task2-network-test-outputs, task2-network-test-dropout, task5-fit-test-best
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        super().__init__(sizes, 1 - rate)
