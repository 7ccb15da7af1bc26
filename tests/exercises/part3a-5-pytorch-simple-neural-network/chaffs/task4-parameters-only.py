# Misconception: Keeps parameters, no buffers.
# Fails: task4-early-stopping-test-state
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = {k: p.detach().clone() for k, p in model.named_parameters()}
        return self.waited >= self.patience
