# Misconception: The count of epochs without success is not reset.
# Fails: task4-early-stopping-test-stops, task5-fit-test-history, task5-fit-test-best
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss < self.best_loss:
            self.best_loss = loss
            self.waited -= 1
            self.best_state = copy.deepcopy(model.state_dict())
        return self.waited >= self.patience
