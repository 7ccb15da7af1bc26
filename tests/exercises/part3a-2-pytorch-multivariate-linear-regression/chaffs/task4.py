# Chaff: a-list
# Misconception: A list of parameters is an attribute like any other.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.both = [nn.Parameter(torch.zeros(d, k)), nn.Parameter(torch.zeros(1, k))]

    def forward(self, X):
        return X @ self.both[0] + self.both[1]


# Chaff: bias-at-random
# Misconception: The bias of a new layer is 0.
# Fails: task4-linear-test-values
# %% task4-linear
def linear_of(W, b):
    linear = nn.Linear(*W.shape)
    with torch.no_grad():
        linear.weight.copy_(W.T)
        linear.bias.zero_()
    return linear


# Chaff: bias-not-added
# Misconception: The bias is in the parameters, that is enough.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = nn.Parameter(torch.zeros(1, k))

    def forward(self, X):
        return X @ self.W


# Chaff: bias-with-two-axes
# Misconception: The layer's bias has the shape of b.
# Fails: task4-linear-test-values
# %% task4-linear
def linear_of(W, b):
    linear = nn.Linear(*W.shape)
    linear.weight = nn.Parameter(W.T.clone())
    linear.bias = nn.Parameter(b.clone())
    return linear


# Chaff: copy-trained
# Misconception: The caller's model should stay as it was.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    import copy
    model = copy.deepcopy(model)
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs


# Chaff: cost-after
# Misconception: The cost of a step is that after it.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(F.mse_loss(model(X), Y).item())
    return costs


# Chaff: flat-bias
# Misconception: A bias is a vector of k numbers.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = nn.Parameter(torch.zeros(k))

    def forward(self, X):
        return X @ self.W + self.b


# Chaff: flat-bias-out
# Misconception: The bias keeps the layer's shape.
# Fails: task4-linear-test-values
# %% task4-linear
def parameters_of(linear):
    return linear.weight.detach().T.clone(), linear.bias.detach().clone()


# Chaff: frozen-layer
# Misconception: Numbers that are given need no training.
# Fails: task4-linear-test-values
# %% task4-linear
def linear_of(W, b):
    linear = nn.Linear(*W.shape).requires_grad_(False)
    linear.weight.copy_(W.T)
    linear.bias.copy_(b[0])
    return linear


# Chaff: frozen-output
# Misconception: The output of a model is data.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = nn.Parameter(torch.zeros(1, k))

    def forward(self, X):
        return (X @ self.W + self.b).detach()


# Chaff: graph-out
# Misconception: clone() leaves the graph behind.
# Fails: task4-linear-test-values
# %% task4-linear
def parameters_of(linear):
    return linear.weight.T.clone(), linear.bias.clone()[None]


# Chaff: half
# Misconception: The cost has the factor 1/2.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y) / 2
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs


# Chaff: inner-layer
# Misconception: An nn.Linear inside has the right parameters.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.layer = nn.Linear(d, k)

    def forward(self, X):
        return self.layer(X)


# Chaff: last-cost-only
# Misconception: Training returns its last cost.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs = [l.item()]
    return costs


# Chaff: no-bias
# Misconception: The bias is a constant, so it needs no training.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = torch.zeros(1, k)

    def forward(self, X):
        return X @ self.W + self.b


# Chaff: no-step
# Misconception: backward changes the parameters.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        costs.append(l.item())
    return costs


# Chaff: no-super
# Misconception: A class needs super().__init__() only if it says so.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = nn.Parameter(torch.zeros(1, k))

    def forward(self, X):
        return X @ self.W + self.b


# Chaff: no-zero-grad
# Misconception: backward replaces the old gradient.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs


# Chaff: not-transposed
# Misconception: weight has the shape of W.
# Fails: task4-linear-test-values
# %% task4-linear
def linear_of(W, b):
    linear = nn.Linear(*W.shape)
    with torch.no_grad():
        linear.weight.copy_(W.reshape(linear.weight.shape))
        linear.bias.copy_(b[0])
    return linear


# Chaff: one-cost-more
# Misconception: There is a cost more than there are steps.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    costs.append(F.mse_loss(model(X), Y).item())
    return costs


# Chaff: ones
# Misconception: Weights must not start at 0.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.ones(d, k))
        self.b = nn.Parameter(torch.zeros(1, k))

    def forward(self, X):
        return X @ self.W + self.b


# Chaff: out-in
# Misconception: A weight matrix is (out, in), as in nn.Linear.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(k, d))
        self.b = nn.Parameter(torch.zeros(1, k))

    def forward(self, X):
        return X @ self.W.T + self.b


# Chaff: output-kept
# Misconception: The outputs are computed once and kept.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = nn.Parameter(torch.zeros(1, k))
    def forward(self, X):
        if not hasattr(self, "out"):
            self.out = X @ self.W + self.b
        return self.out


# Chaff: own-optimizer
# Misconception: A training loop makes its own optimizer with the same settings.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    optimizer = torch.optim.SGD(model.parameters(), **{k: optimizer.defaults[k] for k in ("lr", "momentum")})
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs


# Chaff: own-update
# Misconception: A step is p -= rate * gradient, whatever the optimizer.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    rate = optimizer.defaults["lr"]
    for _ in range(steps):
        model.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        with torch.no_grad():
            for p in model.parameters():
                p -= rate * p.grad
        costs.append(l.item())
    return costs


# Chaff: plain-tensors
# Misconception: requires_grad=True makes a tensor a parameter of the module.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = torch.zeros(d, k, requires_grad=True)
        self.b = torch.zeros(1, k, requires_grad=True)

    def forward(self, X):
        return X @ self.W + self.b


# Chaff: random-start
# Misconception: Weights always start at random.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.randn(d, k))
        self.b = nn.Parameter(torch.zeros(1, k))

    def forward(self, X):
        return X @ self.W + self.b


# Chaff: relu
# Misconception: A layer ends with an activation.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    def __init__(self, d, k):
        super().__init__()
        self.W = nn.Parameter(torch.zeros(d, k))
        self.b = nn.Parameter(torch.zeros(1, k))

    def forward(self, X):
        return (X @ self.W + self.b).relu()


# Chaff: returned-transposed
# Misconception: W is the layer's weight.
# Fails: task4-linear-test-values
# %% task4-linear
def parameters_of(linear):
    return linear.weight.detach().clone(), linear.bias.detach().clone()[None]


# Chaff: shared-parameters
# Misconception: What belongs to a class may be made once, for all its objects.
# Fails: task4-module-test-forward
# %% task4-module
class LinearModel(nn.Module):
    known = {}

    def __init__(self, d, k):
        super().__init__()
        shapes = (torch.zeros(d, k), torch.zeros(1, k))
        self.W, self.b = self.known.setdefault((d, k), list(map(nn.Parameter, shapes)))

    def forward(self, X):
        return X @ self.W + self.b


# Chaff: stops-at-0
# Misconception: Training ends when the cost is 0.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
        if l < 1e-8:
            break
    return costs


# Chaff: sum
# Misconception: The cost is the sum of the squares.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = ((model(X) - Y) ** 2).sum()
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs


# Chaff: tensors-in-the-list
# Misconception: A cost tensor is a number.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.detach())
    return costs


# Chaff: uphill
# Misconception: The gradient points downhill.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        (-l).backward()
        optimizer.step()
        costs.append(l.item())
    return costs


# Chaff: views-in
# Misconception: nn.Parameter(W) makes a copy.
# Fails: task4-linear-test-values
# %% task4-linear
def linear_of(W, b):
    linear = nn.Linear(*W.shape)
    linear.weight, linear.bias = nn.Parameter(W.T), nn.Parameter(b[0])
    return linear


# Chaff: views-out
# Misconception: detach() makes a copy.
# Fails: task4-linear-test-values
# %% task4-linear
def parameters_of(linear):
    return linear.weight.detach().T, linear.bias.detach()[None]


# Chaff: zero-grad-last
# Misconception: The order of zero_grad does not matter: it can end the step.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        optimizer.zero_grad()
        costs.append(l.item())
    return costs


# Chaff: zero-grad-once
# Misconception: One zero_grad before the loop is enough.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    optimizer.zero_grad()
    for _ in range(steps):
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs


# Chaff: zeroed-before-the-step
# Misconception: zero_grad belongs between backward and step.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.zero_grad()
        optimizer.step()
        costs.append(l.item())
    return costs
