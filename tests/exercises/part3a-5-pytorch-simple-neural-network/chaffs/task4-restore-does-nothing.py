# Misconception: restore returns the state, and the model stays as it is.
# Fails: task4-early-stopping-test-state, task5-fit-test-best
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def restore(self, model):
        return self.best_state
