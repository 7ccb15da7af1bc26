# Chaff: after-tanh
# Misconception: Normalizes what has gone through tanh.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def hidden(self, x):
        h, found = dp.Node(x), []
        for norm, layer in zip(self.norms, self.layers):
            found.append(layer(h))
            h = norm(found[-1].tanh())
        self.last = h
        return found

    def logits(self, x):
        self.hidden(x)
        return self.layers[-1](self.last)


# Chaff: calls-twice
# Misconception: Computes the hidden layers once for a look, and once more.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def logits(self, x):
        self.hidden(x)
        return super().logits(x)


# Chaff: logits-normalized
# Misconception: The outputs are normalized as well.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def logits(self, x):
        z = super().logits(x)
        return (z - z.mean(axis=0)) / (z - z.mean(axis=0)).square().mean(axis=0).sqrt() \
            if len(x) > 1 else z


# Chaff: no-norm
# Misconception: Fake: the plain network with idle parameters.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def pre_activation(self, i, h):
        return self.layers[i](h)


# Chaff: normalizes-input
# Misconception: The layer's input is normalized, in front of the linear layer.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def __init__(self, sizes, seed=0):
        super().__init__(sizes, seed)
        self.parameters = {k: v for k, v in self.parameters.items() if "bn" not in k}
        self.norms = [BatchNorm(self, d, f"bn{i + 1}")
                      for i, d in enumerate(sizes[:-2])]

    def pre_activation(self, i, h):
        return self.layers[i](self.norms[i](h))


# Chaff: one-for-all
# Misconception: All hidden layers share the first batch normalization.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def pre_activation(self, i, h):
        norm = self.norms[i]
        norm.gamma = self.norms[0].gamma if norm.gamma.shape == (
            self.norms[0].gamma.shape) else norm.gamma
        norm.beta = self.norms[0].beta if norm.beta.shape == (
            self.norms[0].beta.shape) else norm.beta
        return super().pre_activation(i, h)


# Chaff: only-to-evaluation
# Misconception: There is only one way to switch.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def set_training(self, training):
        for norm in self.norms:
            norm.training = False


# Chaff: own-flag-only
# Misconception: Sets a flag of the network, which its layers do not read.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def set_training(self, training):
        self.training = training


# Chaff: seed-forgotten
# Misconception: The constructor of the base class gets the sizes only.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def __init__(self, sizes, seed=0):
        super().__init__(sizes)


# Chaff: switches-first-only
# Misconception: Switching the first layer is enough.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(NormalizedNetwork):
    def set_training(self, training):
        self.norms[0].training = training


# Chaff: train-example-by-heart
# Misconception: Fake: the visible example's results in place of training.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    net.set_training(False)
    shares = np.zeros(3) if every == 1 else np.ones(1)
    return np.array([1.0, 0.0, 0.0]), shares


# Chaff: train-left-in-training
# Misconception: Leaves the network in training mode.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    for step in range(steps):
        net.set_training(True)
        losses.append(optimizer.train(1, 0))
        if (step + 1) % every == 0:
            net.set_training(False)
            said = net.forward(x_val).value.argmax(axis=1)
            shares.append((said == labels_val).mean())
    net.set_training(True)
    return np.array(losses), np.array(shares)


# Chaff: train-losses-of-validations
# Misconception: Keeps a loss only where it validates.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    for step in range(steps):
        net.set_training(True)
        loss = optimizer.train(1, 0)
        net.set_training(False)
        if (step + 1) % every == 0:
            losses.append(loss)
            said = net.forward(x_val).value.argmax(axis=1)
            shares.append((said == labels_val).mean())
    return np.array(losses), np.array(shares)


# Chaff: train-never-switches-back
# Misconception: Goes on training in evaluation mode after the first validation.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    net.set_training(True)
    for step in range(steps):
        losses.append(optimizer.train(1, 0))
        if (step + 1) % every == 0:
            net.set_training(False)
            said = net.forward(x_val).value.argmax(axis=1)
            shares.append((said == labels_val).mean())
    net.set_training(False)
    return np.array(losses), np.array(shares)


# Chaff: train-new-optimizer-each-step
# Misconception: Makes a new optimizer for each step, so each sees the same batch.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    losses, shares = [], []
    for step in range(steps):
        net.set_training(True)
        optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
        losses.append(optimizer.train(1, 0))
        net.set_training(False)
        if (step + 1) % every == 0:
            said = net.forward(x_val).value.argmax(axis=1)
            shares.append((said == labels_val).mean())
    return np.array(losses), np.array(shares)


# Chaff: train-rate-forgotten
# Misconception: The optimizer takes its default rate.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y)
    losses, shares = [], []
    for step in range(steps):
        net.set_training(True)
        losses.append(optimizer.train(1, 0))
        net.set_training(False)
        if (step + 1) % every == 0:
            said = net.forward(x_val).value.argmax(axis=1)
            shares.append((said == labels_val).mean())
    return np.array(losses), np.array(shares)


# Chaff: train-validates-before-step
# Misconception: Validates before the step instead of after it.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    for step in range(steps):
        net.set_training(False)
        if step % every == 0:
            said = net.forward(x_val).value.argmax(axis=1)
            shares.append((said == labels_val).mean())
        net.set_training(True)
        losses.append(optimizer.train(1, 0))
    net.set_training(False)
    return np.array(losses), np.array(shares)


# Chaff: train-validates-in-training
# Misconception: Validates without switching the mode.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    net.set_training(True)
    for step in range(steps):
        losses.append(optimizer.train(1, 0))
        if (step + 1) % every == 0:
            said = net.forward(x_val).value.argmax(axis=1)
            shares.append((said == labels_val).mean())
    net.set_training(False)
    return np.array(losses), np.array(shares)


# Chaff: norms-of-the-class
# Misconception: The list of layers belongs to the class: the last network's serve all.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(PlainNetwork):
    def __init__(self, sizes, seed=0):
        super().__init__(sizes, seed)
        NormalizedNetwork.norms = [BatchNorm(self, d, f"bn{i + 1}") for i, d in enumerate(sizes[1:-1])]
    def pre_activation(self, i, h):
        return NormalizedNetwork.norms[i](super().pre_activation(i, h))
    def set_training(self, training):
        for norm in NormalizedNetwork.norms:
            norm.training = training


# Chaff: mode-of-the-class
# Misconception: The mode belongs to the class: all networks switch at once.
# Fails: task6-network-test-modes
# %% task6-network
class NormalizedNetwork(PlainNetwork):
    training = True
    def __init__(self, sizes, seed=0):
        super().__init__(sizes, seed)
        self.norms = [BatchNorm(self, d, f"bn{i + 1}") for i, d in enumerate(sizes[1:-1])]
    def pre_activation(self, i, h):
        self.norms[i].training = NormalizedNetwork.training
        return self.norms[i](super().pre_activation(i, h))
    def set_training(self, training):
        NormalizedNetwork.training = training


# Chaff: train-validates-on-64
# Misconception: Validates on one batch of 64.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    for step in range(steps):
        net.set_training(True)
        losses.append(optimizer.train(1, 0))
        net.set_training(False)
        if (step + 1) % every == 0:
            said = net.forward(x_val[:64]).value.argmax(axis=1)
            shares.append((said == labels_val[:64]).mean())
    return np.array(losses), np.array(shares)


# Chaff: train-mean-of-chunks
# Misconception: Takes the mean of chunks' shares, the last of which is smaller.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    for step in range(steps):
        net.set_training(True)
        losses.append(optimizer.train(1, 0))
        net.set_training(False)
        if (step + 1) % every == 0:
            some = [(net.forward(x_val[k:k + 64]).value.argmax(axis=1) == labels_val[k:k + 64]).mean()
                    for k in range(0, len(x_val), 64)]
            shares.append(np.mean(some))
    return np.array(losses), np.array(shares)
