# Misconception: A dictionary of the arrays themselves is a copy.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def get_param(self):
        return {leaf.name: leaf.value for layer in self.layers for leaf in (layer.W, layer.b)}
