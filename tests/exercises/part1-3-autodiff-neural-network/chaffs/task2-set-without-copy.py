# Misconception: The caller does not need the array any more, so the leaf may keep it.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        leaves = {leaf.name: leaf for layer in self.layers for leaf in (layer.W, layer.b)}
        new = {leaves[name]: array for name, array in p.items()}
        for leaf, array in new.items():
            leaf.value = array
