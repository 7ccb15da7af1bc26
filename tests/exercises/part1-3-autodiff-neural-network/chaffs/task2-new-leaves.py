# Misconception: A parameter is changed by a new node in its layer, and the name goes
# without saying.
# Fails: task2-model-test-parameters, task6-read-digits-test-fit
# %% task2-model
class Model(Model):
    def set_param(self, p):
        known = self.get_param()
        for name in p:
            known[name]
        for layer in self.layers:
            if layer.W.name in p:
                layer.W = Node(p[layer.W.name])
            if layer.b.name in p:
                layer.b = Node(p[layer.b.name])
