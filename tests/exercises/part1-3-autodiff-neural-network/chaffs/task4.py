# Chaff: forward-without-softmax
# Misconception: forward gives the output of the last layer.
# Fails: task4-network-test-outputs, task6-read-digits-test-fit
# %% task4-network
class Network(Network):
    def forward(self, x):
        return self.logits(x)


# Chaff: from-the-start-again
# Misconception: The parameters are fetched once, before the loop.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    p = net.get_param()
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
    return losses


# Chaff: last-loss-only
# Misconception: The result of training is its last loss.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps,
#        task6-read-digits-test-fit
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    pass
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
    return loss


# Chaff: layer-left-out
# Misconception: Three layers, but the second is forgotten on the way when its sizes
# allow it.
# Fails: task4-network-test-outputs, task6-read-digits-test-fit
# %% task4-network
class Network(Network):
    def logits(self, x):
        return self.h3(self.h2(as_node(self.h1(x).value)))


# Chaff: loss-after-the-step
# Misconception: The loss that belongs to a step is the one it reaches.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    pass
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(net.get_grad(x, y)[1])
    return losses


# Chaff: loss-from-probabilities
# Misconception: The loss as in the paper, from the output of forward.
# Fails: task4-network-test-outputs
# %% task4-network
class Network(Network):
    def loss(self, x, y):
        return cross_entropy(self.forward(x), y)


# Chaff: nothing-is-set
# Misconception: Changing what get_param gave changes the network.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps,
#        task6-read-digits-test-fit
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    pass
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            p[name] -= rate * grad[name]
        losses.append(loss)
    return losses


# Chaff: one-parameter-after-the-other
# Misconception: Each parameter is changed at once, with a new gradient for the next.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    pass
    for _ in range(steps):
        losses.append(net.get_grad(x, y)[1])
        for name in net.get_param():
            grad, _ = net.get_grad(x, y)
            net.set_param({name: net.get_param()[name] - rate * grad[name]})
    return losses


# Chaff: relu-at-the-end
# Misconception: The last layer is a ReLU layer as the others.
# Fails: task4-network-test-outputs, task6-read-digits-test-fit
# %% task4-network
class Network(Model):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, seed=0):
        super().__init__(seed)
        self.h1 = self.ReLu_Layer(n_in, n_hidden1, "h1")
        self.h2 = self.ReLu_Layer(n_hidden1, n_hidden2, "h2")
        self.h3 = self.ReLu_Layer(n_hidden2, n_out, "h3")

    def logits(self, x):
        return self.h3(self.h2(self.h1(x)))

    def forward(self, x):
        return self.logits(x).softmax()

    def loss(self, x, y):
        return cross_entropy_from_logits(self.logits(x), y)


# Chaff: uphill
# Misconception: One moves along the gradient.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps,
#        task6-read-digits-test-fit
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    pass
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: p[name] + rate * grad[name] for name in p})
        losses.append(loss)
    return losses


# Chaff: weights-only
# Misconception: Biases start with 0 and stay there.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    pass
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param(
            {name: p[name] - rate * grad[name] for name in p if name.endswith("W")}
        )
        losses.append(loss)
    return losses


# Chaff: generator-for-each-layer
# Misconception: Each layer starts from the same seed.
# Fails: task4-network-test-outputs
# %% task4-network
class Network(Network):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, seed=0):
        Model.__init__(self, seed)
        self.h1 = self.ReLu_Layer(n_in, n_hidden1, "h1")
        self.rng = np.random.default_rng(seed)
        self.h2 = self.ReLu_Layer(n_hidden1, n_hidden2, "h2")
        self.rng = np.random.default_rng(seed)
        self.h3 = self.Linear_Layer(n_hidden2, n_out, "h3")


# Chaff: layers-of-the-class
# Misconception: There is one network, so the class may keep its layers.
# Fails: task4-network-test-outputs, task6-read-digits-test-fit
# %% task4-network
class Network(Network):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, seed=0):
        Model.__init__(self, seed)
        Network.h1 = self.ReLu_Layer(n_in, n_hidden1, "h1")
        Network.h2 = self.ReLu_Layer(n_hidden1, n_hidden2, "h2")
        Network.h3 = self.Linear_Layer(n_hidden2, n_out, "h3")


# Chaff: equal-shapes-shared
# Misconception: Layers of one shape can be one layer.
# Fails: task4-network-test-outputs
# %% task4-network
class Network(Network):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, seed=0):
        Model.__init__(self, seed)
        self.h1 = self.ReLu_Layer(n_in, n_hidden1, "h1")
        if n_in == n_hidden1 == n_hidden2:
            self.h2 = self.h1
        else:
            self.h2 = self.ReLu_Layer(n_hidden1, n_hidden2, "h2")
        self.h3 = self.Linear_Layer(n_hidden2, n_out, "h3")


# Chaff: probabilities-raised
# Misconception: A tiny number added keeps probabilities above 0.
# Fails: task4-network-test-outputs
# %% task4-network
class Network(Network):
    def forward(self, x):
        return self.logits(x).softmax() + 1e-15


# Chaff: logits-for-large-only
# Misconception: The probabilities will do as long as no logit is beyond 700.
# Fails: task4-network-test-outputs
# %% task4-network
class Network(Network):
    def loss(self, x, y):
        Z = self.logits(x)
        if np.abs(Z.value).max() < 700:
            return cross_entropy(Z.softmax(), y)
        return cross_entropy_from_logits(Z, y)


# Chaff: softmax-as-defined
# Misconception: Softmax is the quotient of exponentials.
# Fails: task4-network-test-outputs
# %% task4-network
class Network(Network):
    def forward(self, x):
        Z = self.logits(x)
        return Z.exp() / Z.exp().sum(axis=1)


# Chaff: stops-at-zero
# Misconception: With a loss of 0 there is nothing left to do.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        losses.append(loss)
        if loss < 1e-12:
            break
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
    return losses


# Chaff: stops-when-it-climbs
# Misconception: Training ends when the loss gets larger.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        if losses and loss > losses[-1]:
            break
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
    return losses


# Chaff: keeps-the-best
# Misconception: The best parameters are the result, not the last.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    best = None
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        new = {name: p[name] - rate * grad[name] for name in p}
        if not losses or loss < min(losses):
            best = new
        net.set_param(new)
        losses.append(loss)
    if best:
        net.set_param(best)
    return losses


# Chaff: gradient-clipped
# Misconception: A gradient beyond 100 is a mistake and is cut off.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param(
            {name: p[name] - rate * np.clip(grad[name], -100, 100) for name in p}
        )
        losses.append(loss)
    return losses


# Chaff: first-rows
# Misconception: The first 32 examples stand for all.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    for _ in range(steps):
        grad, loss = net.get_grad(x[:32], y[:32])
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
    return losses


# Chaff: one-list-for-all-calls
# Misconception: A list as default is a new one in every call.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps, losses=[]):
    del losses[:]
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
    return losses


# Chaff: at-least-one-step
# Misconception: There is at least one step.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    while True:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
        if len(losses) >= steps:
            return losses


# Chaff: forward-kept
# Misconception: The same x has the same probabilities.
# Fails: task4-network-test-outputs
# %% task4-network
class Network(Network):
    def forward(self, x):
        if getattr(self, "last", (None,))[0] is not x:
            self.last = x, self.logits(x).softmax()
        return self.last[1]


# Chaff: probabilities-into-logits-loss
# Misconception: The loss gets what forward returns.
# Fails: task4-network-test-outputs, task6-read-digits-test-fit
# %% task4-network
class Network(Network):
    def loss(self, x, y):
        return cross_entropy_from_logits(self.forward(x), y)


# Chaff: rate-of-zero
# Misconception: A rate of 0 means that none is given.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    rate = rate or 0.1
    losses = []
    for _ in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
    return losses


# Chaff: converged
# Misconception: When the loss hardly changes, training is over.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    for step in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
        if len(losses) > 1 and abs(losses[-1] - losses[-2]) < 1e-8:
            losses += [loss] * (steps - len(losses))
            break
    return losses


# Chaff: zero-gradient-skipped
# Misconception: A tiny gradient is none.
# Fails: task4-train-test-steps
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    for step in range(steps):
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        if all(np.abs(g).max() < 1e-3 for g in grad.values()):
            losses.append(loss)
            continue
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
    return losses


# Chaff: swapped-pair
# Misconception: get_grad returns the loss first.
# Fails: task4-train-test-steps, task5-mini-batches-test-steps,
#        task6-read-digits-test-fit
# %% task4-train
def train(net, x, y, rate, steps):
    losses = []
    for step in range(steps):
        loss, grad = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: p[name] - rate * grad[name] for name in p})
        losses.append(loss)
    return losses
