# Misconception: A layer that is returned is kept by the derived class, so the list can
# wait.
# Fails: task2-model-test-parameters
# %% task2-model
class Model(Model):
    def Linear_Layer(self, n_in, n_out, name):
        return NeuralNode(n_in, n_out, name, self.rng)
