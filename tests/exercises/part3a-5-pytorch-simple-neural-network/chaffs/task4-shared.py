# Misconception: The count is an attribute of the class, shared by all objects.
# Fails: task4-early-stopping-test-stops, task4-early-stopping-test-state,
#        task5-fit-test-history, task5-fit-test-best
# %% task4-early-stopping
class EarlyStopping:
    waited, best_loss, best_state = [0], [math.inf], [None]

    def __init__(self, patience):
        self.patience = patience

    def update(self, loss, model):
        self.waited[0] += 1
        if loss < self.best_loss[0]:
            self.best_loss[0], self.waited[0] = loss, 0
            self.best_state[0] = copy.deepcopy(model.state_dict())
        return self.waited[0] >= self.patience

    def restore(self, model):
        model.load_state_dict(self.best_state[0])
