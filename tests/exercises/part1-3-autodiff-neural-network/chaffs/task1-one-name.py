# Misconception: Both leaves belong to the layer, so both carry its name.
# Fails: task1-layer-test-gradients, task1-layer-test-leaves,
#        task2-model-test-gradients, task2-model-test-parameters, task4-network-test-outputs,
#        task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __init__(self, n_in, n_out, name, rng, activation=None):
        self.W = Node(he(n_in, n_out, rng), name)
        self.b = Node(np.zeros((1, n_out)), name)
        self.activation = activation
