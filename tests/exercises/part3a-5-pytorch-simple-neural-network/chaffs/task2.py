# Chaff: always-dropped
# Misconception: F.dropout drops in evaluation mode, too, unless it is told the mode.
# Fails: task2-network-test-outputs, task2-network-test-dropout, task5-fit-test-best
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.dropout(torch.relu(layer(x)), self.dropout.p)
        return self.layers[-1](x)


# Chaff: count-buffers
# Misconception: Everything in the state_dict is counted, running statistics included.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(t.numel() for t in model.state_dict().values())


# Chaff: count-by-heart
# Misconception: Values learned by heart from the visible test.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return 7 if not model[0].weight.requires_grad else 13


# Chaff: count-frozen
# Misconception: Frozen parameters are counted, too.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(p.numel() for p in model.parameters())


# Chaff: count-layer-by-layer
# Misconception: Each layer's numbers are added up, a shared layer's twice.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(p.numel() for layer in model for p in layer.parameters() if p.requires_grad)


# Chaff: count-of-tensors
# Misconception: Counts parameters, not their numbers.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(1 for p in model.parameters() if p.requires_grad)


# Chaff: count-rows
# Misconception: len(p): a matrix counts with its number of rows.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(len(p) for p in model.parameters() if p.requires_grad)


# Chaff: count-weights
# Misconception: Only matrices are counted, no biases.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad and p.ndim == 2)


# Chaff: dropout-at-the-end
# Misconception: The logits are dropped, too.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(torch.relu(layer(x)))
        return self.dropout(self.layers[-1](x))


# Chaff: first-layer-only
# Misconception: Only the first hidden layer is dropped.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
            if layer is self.layers[0]:
                x = self.dropout(x)
        return self.layers[-1](x)


# Chaff: input-dropped
# Misconception: The input is dropped, too.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        x = self.dropout(x)
        for layer in self.layers[:-1]:
            x = self.dropout(torch.relu(layer(x)))
        return self.layers[-1](x)


# Chaff: no-biases
# Misconception: Layers without biases.
# Fails: task2-network-test-outputs, task2-network-test-dropout
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        super().__init__(sizes, rate)
        pairs = zip(sizes, sizes[1:])
        self.layers = nn.ModuleList(nn.Linear(a, c, bias=False) for a, c in pairs)


# Chaff: no-graph
# Misconception: forward needs no graph for hidden layers.
# Fails: task2-network-test-outputs, task5-fit-test-best
# %% task2-network
class Network(Network):
    def forward(self, x):
        with torch.no_grad():
            for layer in self.layers[:-1]:
                x = self.dropout(torch.relu(layer(x)))
        return self.layers[-1](x)


# Chaff: no-relu
# Misconception: Dropout alone counts as an activation: the network stays linear.
# Fails: task2-network-test-outputs
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(layer(x))
        return self.layers[-1](x)


# Chaff: not-scaled
# Misconception: What is kept is not divided by 1 - rate.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
            if self.training:
                x = x * (torch.rand(x.shape) >= self.dropout.p)
        return self.layers[-1](x)


# Chaff: one-mask-for-all
# Misconception: One mask for the whole batch.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = torch.relu(layer(x))
            x = x * self.dropout(torch.ones(x.shape[1]))
        return self.layers[-1](x)


# Chaff: plain-list
# Misconception: Layers in a plain list: none of their parameters is registered.
# Fails: task2-network-test-outputs, task2-network-test-dropout, task5-fit-test-best
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        nn.Module.__init__(self)
        self.layers = [nn.Linear(a, c) for a, c in zip(sizes, sizes[1:])]
        self.dropout = nn.Dropout(rate)


# Chaff: rate-at-the-class
# Misconception: The rate is kept at the class: the newest network's counts for all.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        super().__init__(sizes, rate)
        type(self).rate = rate
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = F.dropout(torch.relu(layer(x)), self.rate, self.training)
        return self.layers[-1](x)


# Chaff: rate-ignored
# Misconception: The rate is taken, and never handed on: nothing is dropped.
# Fails: task2-network-test-dropout
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        super().__init__(sizes)


# Chaff: rate-is-kept-share
# Misconception: The rate is taken for the share that is kept.
# Fails: task2-network-test-outputs, task2-network-test-dropout, task5-fit-test-best
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        super().__init__(sizes, 1 - rate)


# Chaff: relu-at-the-end
# Misconception: The logits pass a ReLU, too.
# Fails: task2-network-test-outputs, task5-fit-test-best
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(torch.relu(layer(x)))
        return torch.relu(self.layers[-1](x))


# Chaff: scaled-in-evaluation
# Misconception: The other form of dropout: times 1 - rate in evaluation mode.
# Fails: task2-network-test-outputs, task2-network-test-dropout
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(torch.relu(layer(x)))
            x = x * (1 - self.dropout.p)
        return self.layers[-1](x)


# Chaff: softmax-at-the-end
# Misconception: forward returns probabilities, of which the loss takes softmax again.
# Fails: task2-network-test-outputs, task2-network-test-dropout, task5-fit-test-best
# %% task2-network
class Network(Network):
    def forward(self, x):
        for layer in self.layers[:-1]:
            x = self.dropout(torch.relu(layer(x)))
        return torch.softmax(self.layers[-1](x), dim=1)


# Chaff: two-layers
# Misconception: Always one hidden layer, with the first, second and last size.
# Fails: task2-network-test-outputs, task2-network-test-dropout
# %% task2-network
class Network(Network):
    def __init__(self, sizes, rate=0.0):
        super().__init__((sizes[0], sizes[1], sizes[-1]), rate)
