# Misconception: A new node around the right numbers is as good as a graph.
# Fails: task1-layer-test-gradients, task2-model-test-gradients,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode:
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.W = Node(he(n_in, n_out, rng), name + "_W")
        self.b = Node(np.zeros((1, n_out)), name + "_b")
        self.activation = activation

    def __call__(self, x):
        output = Node(as_node(x).value @ self.W.value + self.b.value)
        return output if self.activation is None else self.activation(output)
