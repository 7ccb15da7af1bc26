# Misconception: The loss can be returned as it is, a node.
# Fails: task2-model-test-gradients
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        loss = self.loss(x, y)
        return loss.grad(1), loss
