# Chaff: arrays-at-first
# Misconception: Remembers the first gamma and beta as arrays.
# Fails: task5-layer-test-parameters, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        self.first = self.gamma.value, self.beta.value

    def __call__(self, x):
        leaves = self.gamma, self.beta
        self.gamma, self.beta = (dp.Node(array) for array in self.first)
        output = super().__call__(x)
        self.gamma, self.beta = leaves
        return output


# Chaff: cut-off
# Misconception: A layer computes with the values of its input.
# Fails: task5-layer-test-evaluation, task5-layer-test-training,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        return super().__call__(dp.Node(x.value))


# Chaff: epsilon-not-kept
# Misconception: Epsilon is always 1e-5.
# Fails: task5-layer-test-evaluation, task5-layer-test-training
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        self.epsilon = 1e-5


# Chaff: example-by-heart
# Misconception: Fake: the visible examples' results in place of a computation.
# Fails: task5-layer-test-evaluation, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if not self.training:
            return dp.Node([[0.0], [2 / np.sqrt(6.7)]][2 - len(x):])
        if len(x) < 2:
            raise ValueError("a batch of one example")
        self.mean, self.variance = np.array([[0.2]]), np.array([[1.7]])
        return dp.Node([[-2 / 3], [2 / 3]])


# Chaff: gamma-zeros
# Misconception: All parameters start with 0.
# Fails: task5-layer-test-evaluation, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        model.set_param({f"{name}_gamma": np.zeros((1, d))})


# Chaff: mode-forgotten
# Misconception: Evaluation mode standardizes with the batch.
# Fails: task5-layer-test-evaluation, task5-layer-test-parameters,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if self.training:
            return super().__call__(x)
        return batch_norm(x, self.gamma, self.beta, self.epsilon)


# Chaff: momentum-not-kept
# Misconception: The momentum is always 0.1.
# Fails: task5-layer-test-evaluation, task5-layer-test-training
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        self.momentum = 0.1


# Chaff: never-updates
# Misconception: The running statistics stay as they were at first.
# Fails: task5-layer-test-evaluation, task5-layer-test-training,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if not self.training:
            return evaluate_norm(x, self.gamma, self.beta, self.mean,
                                 self.variance, self.epsilon)
        if len(x) < 2:
            raise ValueError("a batch of one example")
        return batch_norm(x, self.gamma, self.beta, self.epsilon)


# Chaff: not-registered
# Misconception: A leaf with a name is known to the model by itself.
# Fails: task5-layer-test-parameters, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(dp.Model(), d, name, momentum, epsilon)


# Chaff: running-in-training
# Misconception: Training mode standardizes with the running statistics, too.
# Fails: task5-layer-test-parameters, task5-layer-test-training,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if self.training:
            self.mean, self.variance = update_running(
                self.mean, self.variance, x.value, self.momentum)
        return evaluate_norm(x, self.gamma, self.beta, self.mean,
                             self.variance, self.epsilon)


# Chaff: shared-statistics
# Misconception: Running statistics belong to the class.
# Fails: task5-layer-test-evaluation, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    known = {}
    mean = property(lambda self: self.known[self.gamma.shape, "mean"],
                    lambda self, array: self.known.update({
                        (self.gamma.shape, "mean"): array}))


# Chaff: updates-in-evaluation
# Misconception: The statistics go on learning in evaluation mode.
# Fails: task5-layer-test-evaluation, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if len(x) > 1:
            self.mean, self.variance = update_running(
                self.mean, self.variance, x.value, self.momentum)
        if not self.training:
            return evaluate_norm(x, self.gamma, self.beta, self.mean,
                                 self.variance, self.epsilon)
        return batch_norm(x, self.gamma, self.beta, self.epsilon)


# Chaff: updates-twice
# Misconception: The statistics are updated before and after.
# Fails: task5-layer-test-evaluation, task5-layer-test-training,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        output = super().__call__(x)
        if self.training:
            self.mean, self.variance = update_running(
                self.mean, self.variance, x.value, self.momentum)
        return output


# Chaff: mode-of-the-class
# Misconception: Training is a mode of the class, so all layers switch at once.
# Fails: task5-layer-test-evaluation, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    mode = True
    training = property(lambda self: BatchNorm.mode, lambda self, t: setattr(BatchNorm, "mode", t))


# Chaff: constants-of-the-class
# Misconception: Momentum and epsilon belong to the class: the last layer's hold for
# all.
# Fails: task5-layer-test-evaluation, task5-layer-test-training
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        del self.momentum, self.epsilon
        BatchNorm.momentum, BatchNorm.epsilon = momentum, epsilon


# Chaff: statistics-by-name
# Misconception: Running statistics are kept under the layer's name, for all models.
# Fails: task5-layer-test-evaluation
# %% task5-layer
class BatchNorm(BatchNorm):
    known = {}
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        self.name = name
        super().__init__(model, d, name, momentum, epsilon)
    mean = property(lambda self: self.known[self.name], lambda self, a: self.known.update({self.name: a}))


# Chaff: statistics-by-size
# Misconception: Running statistics are kept in the model, by the number of columns.
# Fails: task5-layer-test-parameters, task5-layer-test-training,
#        task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        if not hasattr(model, "stats"):
            model.stats = {}
        self.stats = model.stats
        del self.mean, self.variance
    def __getattr__(self, name):
        d = self.__dict__["gamma"].shape[1]
        if name == "mean":
            return self.stats.setdefault(d, [np.zeros((1, d)), np.ones((1, d))])[0]
        if name == "variance":
            return self.stats.setdefault(d, [np.zeros((1, d)), np.ones((1, d))])[1]
        raise AttributeError(name)
    def __call__(self, x):
        if not self.training:
            return evaluate_norm(x, self.gamma, self.beta, self.mean, self.variance, self.epsilon)
        self.stats[self.gamma.shape[1]] = list(update_running(self.mean, self.variance, x.value, self.momentum))
        return batch_norm(x, self.gamma, self.beta, self.epsilon)


# Chaff: gamma-by-size
# Misconception: Takes an earlier layer's gamma, if it has the right size.
# Fails: task5-layer-test-parameters, task6-network-test-modes
# %% task5-layer
class BatchNorm(BatchNorm):
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        super().__init__(model, d, name, momentum, epsilon)
        for old, leaf in model.parameters.items():
            if old.endswith("_gamma") and leaf.shape == self.gamma.shape:
                self.gamma = leaf
                break


# Chaff: refuses-too-late
# Misconception: Updates the mean before it refuses a batch of one.
# Fails: task5-layer-test-training
# %% task5-layer
class BatchNorm(BatchNorm):
    def __call__(self, x):
        if self.training:
            self.mean = (1 - self.momentum) * self.mean + self.momentum * x.value.mean(axis=0)
            if len(x) == 1:
                raise ValueError("one example has no variance")
            self.variance = (1 - self.momentum) * self.variance + self.momentum * x.value.var(axis=0, ddof=1)
            return batch_norm(x, self.gamma, self.beta, self.epsilon)
        return super().__call__(x)
