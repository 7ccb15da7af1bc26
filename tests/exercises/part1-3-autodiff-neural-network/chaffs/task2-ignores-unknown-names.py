# Misconception: A name that no parameter has can be passed over.
# Fails: task2-model-test-parameters
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
        for layer in self.layers:
            for leaf in (layer.W, layer.b):
                if leaf.name in p:
                    leaf.value = np.array(p[leaf.name])

    def get_grad(self, x, y):
        loss = self.loss(x, y)
        return loss.grad(1), loss.value.item()
