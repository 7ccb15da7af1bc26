# Misconception: restore puts the kept tensors into the model, which then changes them.
# Fails: task4-early-stopping-test-state
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def restore(self, model):
        model.load_state_dict(self.best_state, assign=True)
