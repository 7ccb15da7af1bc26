# Binomial draws, a mask that is scaled in the graph, second moments less squared means, a
# generator that was spawned, a helper that switches the mode, zeros that are summed up as nan.
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if rate < 0 or rate >= 1:
        raise ValueError("rate must lie in [0, 1)")
    keep = 1.0 - rate
    return rng.binomial(1, keep, size=shape) / keep


# %% task2-dropout
def dropout(x, rate, training, rng):
    if not training or rate == 0:
        return x
    keep = rng.random(x.shape) >= rate
    return (x * keep) / (1 - rate)


# %% task3-moments
def dropped_moments(H, W, b, rate):
    keep = 1 - rate
    mean = np.dot(H, W) + b
    var = np.square(H).dot(np.square(W)) / keep - np.square(H).dot(np.square(W))
    return (mean, np.sqrt(np.maximum(var, 0)))


# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    new = {}
    for name, array in p.items():
        layer, kind = name.rsplit("_", 1)
        factor = 1 - rate if kind == "W" and layer in layers else 1
        new[name] = factor * np.array(array)
    return new


# %% task4-dropout-network
class DropoutNetwork(PlainNetwork):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        super().__init__(n_in, n_hidden1, n_hidden2, n_out, seed)
        self.rate = rate
        self.training = True
        self._rng = np.random.default_rng(seed).spawn(1)[0]

    def forward(self, x):
        if not self.training:
            return super().forward(x)
        H1 = dropout(self.h1(x), self.rate, True, self._rng)
        H2 = dropout(self.h2(H1), self.rate, True, self._rng)
        return self.out(H2)


# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    def evaluated(a, b):
        net.training = False
        return float(net.loss(a, b).value[0, 0])
    history = {"train": [], "val": []}
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, 0)
        history["train"] += [evaluated(x, y)]
        history["val"] += [evaluated(x_val, y_val)]
    return np.array(history["train"]), np.array(history["val"])


# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = bool(net.training)
    net.training = True
    s1 = s2 = 0
    for _ in range(passes):
        p = net.forward(x).softmax(axis=1).value
        s1, s2 = s1 + p, s2 + p**2
    net.training = mode
    P = s1 / passes
    return P, np.sqrt(np.maximum(s2 / passes - P**2, 0))


# %% task6-entropy
def predictive_entropy(P):
    with np.errstate(all="ignore"):
        return -np.nansum(P * np.log(P), axis=1)
