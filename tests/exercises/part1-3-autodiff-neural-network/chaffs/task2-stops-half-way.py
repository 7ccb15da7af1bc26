# Misconception: The KeyError comes by itself, in the middle of the work.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        leaves = {leaf.name: leaf for layer in self.layers for leaf in (layer.W, layer.b)}
        for name in p:
            leaves[name].value = np.array(p[name])
