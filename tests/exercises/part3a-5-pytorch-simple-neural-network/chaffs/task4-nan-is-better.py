# Misconception: not loss >= best: nan counts as better.
# Fails: task4-early-stopping-test-stops
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if not loss >= self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.deepcopy(model.state_dict())
        return self.waited >= self.patience
