# Misconception: A name that no parameter has can be passed over.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        for layer in self.layers:
            for leaf in (layer.W, layer.b):
                if leaf.name in p:
                    leaf.value = np.array(p[leaf.name])
