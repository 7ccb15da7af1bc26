# Misconception: set_param always gets every parameter.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def set_param(self, p):
        for name in set(p) - set(self.get_param()):
            raise KeyError(name)
        for layer in self.layers:
            layer.W.value = np.array(p[layer.W.name])
            layer.b.value = np.array(p[layer.b.name])
