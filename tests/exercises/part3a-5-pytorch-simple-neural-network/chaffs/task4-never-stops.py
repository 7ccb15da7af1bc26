# Misconception: update notes the loss and returns nothing.
# Fails: task4-early-stopping-test-stops, task4-early-stopping-test-state,
#        task5-fit-test-history
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.deepcopy(model.state_dict())
