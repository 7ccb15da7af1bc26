# Misconception: Fake: the visible example's numbers in place of a computation.
# Fails: task1-layer-test-gradients, task1-layer-test-leaves, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = Node([[5.0, 0.0 if self.activation else -1.0]])
        return output
