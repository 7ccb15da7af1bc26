# Misconception: An activation that is given is relu.
# Fails: task1-layer-test-values
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = x @ self.W + self.b
        return output if self.activation is None else output.relu()
