# Misconception: Only the layer's own parameters need a signal, so x may be a plain
# array.
# Fails: task1-layer-test-gradients, task2-model-test-gradients,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = as_node(x).value @ self.W + self.b
        return output if self.activation is None else self.activation(output)
