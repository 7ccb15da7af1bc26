# Draws masks by choice, multiplies two nodes, keeps the mode in a property, adds moments
# up neuron by neuron, fills arrays in place and sums passes up.
# %% task1-dropout-mask
def dropout_mask(shape, rate, rng):
    if rate < 0 or rate >= 1:
        raise ValueError("no such rate")
    return rng.choice([0.0, 1 / (1 - rate)], size=shape, p=[rate, 1 - rate])


# %% task2-dropout
def dropout(x, rate, training, rng):
    if training and rate > 0:
        return dp.Node(dropout_mask(x.value.shape, rate, rng)) * x
    return x + 0


# %% task3-moments
def dropped_moments(H, W, b, rate):
    n, m = len(H), W.shape[1]
    mean, variance = np.zeros((n, m)) + b, np.zeros((n, m))
    for h, w in zip(H.T, W, strict=True):
        share = np.outer(h, w)
        mean = mean + share
        variance = variance + (1 / (1 - rate) - 1) * share * share
    return mean, variance**0.5


# %% task3-weight-scaling
def test_time_parameters(p, rate, layers):
    result = {}
    for name in p:
        result[name] = np.array(p[name])
    for layer in layers:
        result[f"{layer}_W"] -= rate * result[f"{layer}_W"]
    return result


# %% task4-dropout-network
class DropoutNetwork(PlainNetwork):
    def __init__(self, n_in, n_hidden1, n_hidden2, n_out, rate, seed):
        PlainNetwork.__init__(self, n_in, n_hidden1, n_hidden2, n_out, seed)
        self.settings = {"training": True, "rate": rate}
        self.random = np.random.default_rng([seed, 7])

    @property
    def training(self):
        return self.settings["training"]

    @training.setter
    def training(self, mode):
        self.settings["training"] = mode

    def forward(self, x):
        output = x
        for layer in self.layers:
            if layer is not self.layers[0]:
                output = dropout(output, self.settings["rate"], self.training, self.random)
            output = layer(output)
        return output


# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    train_losses, val_losses = np.zeros(rounds), np.zeros(rounds)
    for i in range(rounds):
        net.training = True
        optimizer.train(steps, 0)
        net.training = False
        val_losses[i] = net.loss(x_val, y_val).value[0, 0]
        train_losses[i] = net.loss(x, y).value[0, 0]
    return train_losses, val_losses


# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    came, net.training = net.training, True
    total = squares = 0.0
    first = net.forward(x).softmax().value
    for _ in range(passes - 1):
        change = net.forward(x).softmax().value - first
        total, squares = total + change, squares + change**2
    net.training = came
    mean = first * 0 + total / passes
    return first + mean, np.sqrt(np.maximum(0, first * 0 + squares / passes - mean**2))


# %% task6-entropy
def predictive_entropy(P):
    entropies = []
    for row in P:
        entropies.append(sum(-p * np.log(p) for p in row.tolist() if p > 0))
    return np.array(entropies)
