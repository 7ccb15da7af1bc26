# Misconception: Compares with the last epoch, not with the best.
# Fails: task4-early-stopping-test-stops, task4-early-stopping-test-state
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        better = loss < getattr(self, "last", math.inf)
        self.last = loss
        if better:
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.deepcopy(model.state_dict())
        return self.waited >= self.patience
