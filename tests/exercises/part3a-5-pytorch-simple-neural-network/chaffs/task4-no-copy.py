# Misconception: Keeps the state_dict itself, whose tensors training goes on to change.
# Fails: task4-early-stopping-test-state, task5-fit-test-best
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = model.state_dict()
        return self.waited >= self.patience
