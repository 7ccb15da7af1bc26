# Chaff: against-last-epoch
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


# Chaff: first-state
# Misconception: Keeps the first state only.
# Fails: task4-early-stopping-test-state, task5-fit-test-best
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
            if not hasattr(self, "best_state"):
                self.best_state = copy.deepcopy(model.state_dict())
        return self.waited >= self.patience


# Chaff: larger-is-better
# Misconception: Keeps the largest loss, as if it were an accuracy.
# Fails: task4-early-stopping-test-stops, task4-early-stopping-test-state,
#        task5-fit-test-history, task5-fit-test-best
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if self.best_loss == math.inf or loss > self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.deepcopy(model.state_dict())
        return self.waited >= self.patience


# Chaff: last-state
# Misconception: Keeps the state of each epoch: in the end that of the last.
# Fails: task4-early-stopping-test-state, task5-fit-test-best
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
        self.best_state = copy.deepcopy(model.state_dict())
        return self.waited >= self.patience


# Chaff: nan-is-better
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


# Chaff: nan-stays
# Misconception: min of all losses: nan at the beginning stays the least.
# Fails: task4-early-stopping-test-stops
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if self.best_loss == math.inf or loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.deepcopy(model.state_dict())
        return self.waited >= self.patience


# Chaff: nearest-to-zero
# Misconception: The loss nearest to 0 is the best.
# Fails: task4-early-stopping-test-stops
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if abs(loss) < abs(self.best_loss):
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.deepcopy(model.state_dict())
        return self.waited >= self.patience


# Chaff: never-reset
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


# Chaff: never-stops
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


# Chaff: no-copy
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


# Chaff: one-epoch-late
# Misconception: waited > patience: stops an epoch too late.
# Fails: task4-early-stopping-test-stops, task4-early-stopping-test-state,
#        task5-fit-test-history
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.deepcopy(model.state_dict())
        return self.waited > self.patience


# Chaff: parameters-only
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


# Chaff: restore-does-nothing
# Misconception: restore returns the state, and the model stays as it is.
# Fails: task4-early-stopping-test-state, task5-fit-test-best
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def restore(self, model):
        return self.best_state


# Chaff: restore-hands-out
# Misconception: restore puts the kept tensors into the model, which then changes them.
# Fails: task4-early-stopping-test-state
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def restore(self, model):
        model.load_state_dict(self.best_state, assign=True)


# Chaff: restores-by-itself
# Misconception: update restores the model when it says stop.
# Fails: task4-early-stopping-test-state
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.deepcopy(model.state_dict())
        if self.waited >= self.patience:
            self.restore(model)
        return self.waited >= self.patience


# Chaff: same-model-only
# Misconception: Restores the model that update has seen.
# Fails: task4-early-stopping-test-state
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.model = model
        return super(type(self), self).update(loss, model)
    def restore(self, model):
        self.model.load_state_dict(self.best_state)


# Chaff: shallow-copy
# Misconception: copy.copy copies the dictionary, not the tensors in it.
# Fails: task4-early-stopping-test-state, task5-fit-test-best
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss < self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.copy(model.state_dict())
        return self.waited >= self.patience


# Chaff: shared
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


# Chaff: ties-are-better
# Misconception: An equal loss counts as better.
# Fails: task4-early-stopping-test-stops
# %% task4-early-stopping
class EarlyStopping(EarlyStopping):
    def update(self, loss, model):
        self.waited += 1
        if loss <= self.best_loss:
            self.best_loss, self.waited = loss, 0
            self.best_state = copy.deepcopy(model.state_dict())
        return self.waited >= self.patience
