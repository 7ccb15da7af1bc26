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
        net.set_param({name: p[name] - rate * grad[name] for name in p if name.endswith("W")})
        losses.append(loss)
    return losses
