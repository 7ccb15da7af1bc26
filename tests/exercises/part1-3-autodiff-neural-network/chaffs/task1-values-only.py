# Misconception: A new node around the right numbers is as good as a graph.
# Fails: task1-layer-test-gradients, task2-model-test-gradients,
#        task4-network-test-outputs, task6-read-digits-test-fit
# %% task1-layer
class NeuralNode(NeuralNode):
    def __call__(self, x):
        output = Node(as_node(x).value @ self.W.value + self.b.value)
        return output if self.activation is None else self.activation(output)
