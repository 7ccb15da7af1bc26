# Misconception: Biases are drawn at random as the weights are.
# Fails: task1-layer-test-leaves, task2-model-test-parameters
# %% task1-layer
class NeuralNode(NeuralNode):
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.W = Node(he(n_in, n_out, rng), name + "_W")
        self.b = Node(0.1 * he(1, n_out, rng), name + "_b")
        self.activation = activation
