# Misconception: The bias starts with 0, so it need not be added.
# Fails: task1-layer-test-gradients, task1-layer-test-values,
#        task2-model-test-gradients, task2-model-test-parameters,
#        task2-two-layer-test-network, task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = x @ self.W
        return output if self.activation is None else self.activation(output)
