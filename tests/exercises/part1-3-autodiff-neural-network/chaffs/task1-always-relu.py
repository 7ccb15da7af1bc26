# Misconception: Every layer of a network ends with relu.
# Fails: task1-layer-test-gradients, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode:
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.W = Node(he(n_in, n_out, rng), name + "_W")
        self.b = Node(np.zeros((1, n_out)), name + "_b")
        self.activation = activation

    def __call__(self, x):
        output = x @ self.W + self.b
        return relu(output)
