# Misconception: Gradients are added to those of the call before, as PyTorch does.
# Fails: task2-model-test-gradients, task6-read-digits-test-fit
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        loss = self.loss(x, y)
        self.total = getattr(self, "total", {})
        for name, g in loss.grad(1).items():
            self.total[name] = self.total.get(name, 0.0) + g
        return dict(self.total), loss.value.item()
