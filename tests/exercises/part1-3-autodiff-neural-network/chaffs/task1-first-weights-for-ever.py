# Misconception: What the constructor made may be kept outside the leaf.
# Fails: task1-layer-test-gradients, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode:
    def __init__(self, n_in, n_out, name, rng, activation=None):
        weights = he(n_in, n_out, rng)
        self.W, self.b = Node(weights, name + "_W"), Node(np.zeros((1, n_out)), name + "_b")
        W, b = Node(weights, name + "_W"), self.b
        self.compute = lambda x: x @ W + b
        self.activation = activation

    def __call__(self, x):
        output = self.compute(x)
        return output if self.activation is None else self.activation(output)
