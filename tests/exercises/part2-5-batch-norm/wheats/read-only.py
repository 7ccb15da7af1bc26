# Uses covariances, logarithms and matrices, has statistics that can only be read, and pushes
# the mode to each layer when it is called.
# %% task1-standardise
def standardize(x, epsilon=1e-5):
    n = x.shape[0]
    mean = np.sum(x, 0, keepdims=True) / n
    c = x - mean
    variance = np.einsum("ij,ij->j", c, c)[None, :] / n
    return c / np.hypot(np.sqrt(variance), np.sqrt(epsilon)), mean, variance


# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    scale = ((centered.square().mean(axis=0) + epsilon).log() * -0.5).exp()
    return centered * scale * gamma + beta


# %% task3-backward
def batch_norm_backward(g, x, gamma, epsilon=1e-5):
    n = x.shape[0]
    mu = np.mean(x, axis=0, keepdims=True)
    xmu = x - mu
    var = np.mean(xmu**2, axis=0, keepdims=True)
    sqrtvar = np.sqrt(var + epsilon)
    ivar = 1.0 / sqrtvar
    dxhat = g * gamma
    divar = np.sum(dxhat * xmu, axis=0, keepdims=True)
    dxmu1 = dxhat * ivar
    dsqrtvar = -1.0 / (sqrtvar**2) * divar
    dvar = 0.5 / np.sqrt(var + epsilon) * dsqrtvar
    dsq = 1.0 / n * np.ones((n, x.shape[1])) * dvar
    dxmu2 = 2 * xmu * dsq
    dx1 = dxmu1 + dxmu2
    dmu = -1 * np.sum(dxmu1 + dxmu2, axis=0, keepdims=True)
    dx2 = 1.0 / n * np.ones((n, x.shape[1])) * dmu
    return dx1 + dx2, np.sum(g * xmu * ivar, axis=0, keepdims=True), np.sum(g, axis=0, keepdims=True)


# %% task4-running
def update_running(mean, variance, x, momentum=0.1):
    n, d = x.shape
    if n < 2:
        raise ValueError(f"need at least two examples, got {n}")
    blend = lambda old, new: old + (new - old) * momentum
    return blend(mean, np.mean(x, 0)), blend(variance, np.cov(x.T).reshape(d, d).diagonal()[None])


# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    weights = np.diag(((variance + epsilon) ** -0.5)[0])
    return ((x - mean) @ weights) * gamma + beta


# %% task5-layer
class BatchNorm:
    def __init__(self, model, d, name, momentum=0.1, epsilon=1e-5):
        self._gamma = model.parameters[f"{name}_gamma"] = dp.Node(np.ones((1, d)), f"{name}_gamma")
        self._beta = model.parameters[f"{name}_beta"] = dp.Node(np.zeros((1, d)), f"{name}_beta")
        self._running = np.zeros((1, d)), np.ones((1, d))
        self.training = True
        self._m, self._e = momentum, epsilon
    @property
    def gamma(self):
        return self._gamma
    @property
    def beta(self):
        return self._beta
    @property
    def mean(self):
        return self._running[0]
    @property
    def variance(self):
        return self._running[1]
    def __call__(self, x):
        if self.training:
            self._running = update_running(*self._running, x.value, self._m)
            return batch_norm(x, self._gamma, self._beta, self._e)
        return evaluate_norm(x, self._gamma, self._beta, *self._running, self._e)


# %% task6-network
class NormalizedNetwork(PlainNetwork):
    def __init__(self, sizes, seed=0):
        PlainNetwork.__init__(self, sizes, seed)
        self.bn = {f"bn{i}": BatchNorm(self, sizes[i], f"bn{i}") for i in range(1, len(sizes) - 1)}
        self.training = True
    def pre_activation(self, i, h):
        norm = self.bn[f"bn{i + 1}"]
        norm.training = self.training
        return norm(PlainNetwork.pre_activation(self, i, h))
    def set_training(self, training):
        self.training = training


# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    opt = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses = np.empty(steps)
    shares = np.empty(steps // every)
    for t in range(1, steps + 1):
        net.set_training(True)
        losses[t - 1] = opt.train(steps=1, print_each=0)
        net.set_training(False)
        if t % every == 0:
            right = 0
            for k in range(0, len(x_val), 50):
                o = net.forward(x_val[k:k + 50]).value
                right += int((np.argmax(o, axis=1) == labels_val[k:k + 50]).sum())
            shares[t // every - 1] = right / len(labels_val)
    net.set_training(False)
    return losses, shares
