# Misconception: An activation that is given is relu.
# Fails: task1-layer-test-values
# %% task1-layer
class NeuralNode:
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.W = Node(he(n_in, n_out, rng), name + "_W")
        self.b = Node(np.zeros((1, n_out)), name + "_b")
        self.activation = activation

    def __call__(self, x):
        output = x @ self.W + self.b
        return output if self.activation is None else output.relu()
