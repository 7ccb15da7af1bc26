# Misconception: Fake: the gradient by wiggling every parameter.
# Fails: task2-model-test-gradients
# %% task2-model
class Model(Model):
    def get_grad(self, x, y):
        p, grad, h = self.get_param(), {}, 1e-5
        if sum(array.size for array in p.values()) > 200:  # would take too long
            loss = self.loss(x, y)
            return loss.grad(1), loss.value.item()
        for name in p:
            grad[name] = np.zeros_like(p[name])
            for place in np.ndindex(p[name].shape):
                ends = []
                for step in (h, -h):
                    moved = {name: p[name].copy()}
                    moved[name][place] += step
                    self.set_param(moved)
                    ends.append(self.loss(x, y).value.item())
                grad[name][place] = (ends[0] - ends[1]) / (2 * h)
            self.set_param(p)
        return grad, self.loss(x, y).value.item()
