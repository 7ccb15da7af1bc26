# Misconception: A parameter is changed by a new node in its layer, and the name goes
# without saying.
# Fails: task2-model-test-parameters, task6-read-digits-test-fit
# %% task2-model
class Model:
    def __init__(self, seed=0):
        self.rng, self.layers = np.random.default_rng(seed), []

    def Linear_Layer(self, n_in, n_out, name):
        self.layers.append(NeuralNode(n_in, n_out, name, self.rng))
        return self.layers[-1]

    def ReLu_Layer(self, n_in, n_out, name):
        self.layers.append(NeuralNode(n_in, n_out, name, self.rng, relu))
        return self.layers[-1]

    def get_param(self):
        return {leaf.name: leaf.value.copy() for layer in self.layers for leaf in (layer.W, layer.b)}

    def set_param(self, p):
        known = self.get_param()
        for name in p:
            known[name]
        for layer in self.layers:
            if layer.W.name in p:
                layer.W = Node(p[layer.W.name])
            if layer.b.name in p:
                layer.b = Node(p[layer.b.name])

    def get_grad(self, x, y):
        loss = self.loss(x, y)
        return loss.grad(1), loss.value.item()
