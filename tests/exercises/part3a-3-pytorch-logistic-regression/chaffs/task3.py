# Chaff: adam
# Misconception: All optimizers take the same steps.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.Adam(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: bias-detached
# Misconception: The bias needs no gradient.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def forward(self, x):
        return (x @ self.linear.weight.T)[:, 0] + self.linear.bias.detach()


# Chaff: clipped-probabilities
# Misconception: A probability is kept away from 0 and 1.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        with torch.no_grad():
            return torch.sigmoid(self(torch.tensor(x))).clamp(1e-7, 1 - 1e-7).numpy()


# Chaff: column
# Misconception: Logits are a column.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def forward(self, x):
        return self.linear(x)


# Chaff: converged
# Misconception: A training ends when nothing changes any more.
# Fails: task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for epoch in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
        if epoch and abs(train_losses[-1] - train_losses[-2]) < 1e-8:
            break
    return train_losses, val_losses


# Chaff: copy-trained
# Misconception: The caller's model stays as it is.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD((model := __import__('copy').deepcopy(model)).parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: fixed-rate
# Misconception: The learning rate is 0.1.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: forward-probabilities
# Misconception: forward gives probabilities.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def forward(self, x):
        return torch.sigmoid(self.linear(x))[:, 0]

    def predict(self, x):
        with torch.no_grad():
            return self(torch.tensor(x)).numpy()


# Chaff: forward-without-graph
# Misconception: forward is for predicting, so it needs no graph.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    @torch.no_grad()
    def forward(self, x):
        return self.linear(x)[:, 0]


# Chaff: frozen-at-the-end
# Misconception: A model that is trained needs no gradients.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
    model.requires_grad_(False)
    return train_losses, val_losses


# Chaff: gradient-clipped
# Misconception: Large gradients are cut off to be safe.
# Fails: task3-fit-test-parameters
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 5.0)
        optimizer.step()
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: gradients-add-up
# Misconception: backward replaces the old gradient.
# Fails: task3-fit-test-parameters
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: gradients-switched-off
# Misconception: Gradients are switched off for good before predicting.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        self.requires_grad_(False)
        return torch.sigmoid(self(torch.tensor(x))).numpy()


# Chaff: keeps-the-best
# Misconception: At the end the best parameters come back.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses, best = [], [], {}
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
        if val_losses[-1] == min(val_losses):
            best = {name: p.clone() for name, p in model.state_dict().items()}
    model.load_state_dict(best)
    return train_losses, val_losses


# Chaff: last-losses-only
# Misconception: Only the end of the training matters.
# Fails: task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses[-1:], val_losses[-1:]


# Chaff: learned-enough
# Misconception: Where the loss is small, no step is needed.
# Fails: task3-fit-test-parameters
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for epoch in range(epochs):
        optimizer.zero_grad()
        loss = mean_loss(model(x), y)
        if loss > 0.01:
            loss.backward()
            optimizer.step()
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: learns-the-validation-set
# Misconception: The model learns from all examples that there are.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(torch.cat([x, x_val])), torch.cat([y, y_val])).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: lists-swapped
# Misconception: The validation losses come first.
# Fails: task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return val_losses, train_losses


# Chaff: logits-clamped
# Misconception: Logits are kept in a safe range.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def forward(self, x):
        return self.linear(x)[:, 0].clamp(-35, 35)


# Chaff: loss-before-the-step
# Misconception: The loss that was differentiated is that of the epoch.
# Fails: task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
        mean_loss(model(x), y).backward()
        optimizer.step()
    return train_losses, val_losses


# Chaff: loss-of-probabilities
# Misconception: The loss of rounded probabilities is the same.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    def mean_loss(z, y):
        return F.binary_cross_entropy(torch.sigmoid(z), y)

    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: losses-as-tensors
# Misconception: A tensor that holds a number is a number.
# Fails: task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).detach())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: losses-clipped
# Misconception: A loss above 100 is an accident.
# Fails: task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for epoch in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        with torch.no_grad():
            train_losses.append(min(mean_loss(model(x), y).item(), 100.0))
            val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: model-by-heart
# Misconception: The numbers of the visible check are learned by heart.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def forward(self, x):
        return torch.tensor([0.5, 0.0, 3.5])

    def predict(self, x):
        return np.array([0.6224593312018546, 0.5, 0.9706877692486436])


# Chaff: momentum
# Misconception: Momentum is always on.
# Fails: task3-fit-test-parameters
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate, momentum=0.9)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: no-bias
# Misconception: Standardized features need no bias.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def __init__(self, n_features):
        super().__init__(n_features)
        self.linear = torch.nn.Linear(n_features, 1, bias=False)
        torch.nn.init.zeros_(self.linear.weight)


# Chaff: one-layer
# Misconception: All models with as many features share a layer.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    layers = {}

    def __init__(self, n_features):
        super().__init__(n_features)
        self.linear = self.layers.setdefault(n_features, self.linear)
        torch.nn.init.zeros_(self.linear.weight)
        torch.nn.init.zeros_(self.linear.bias)


# Chaff: patience
# Misconception: A training ends when the validation loss has not fallen for ten epochs.
# Fails: task3-fit-test-parameters
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for epoch in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
        if epoch >= 10 and min(val_losses[-10:]) > min(val_losses[:-10]):
            break
    return train_losses, val_losses


# Chaff: predict-answers
# Misconception: predict answers yes or no.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        with torch.no_grad():
            return 1.0 * (self(torch.tensor(x)) > 0).numpy()


# Chaff: predict-centers
# Misconception: The features may be centered where they are.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        x -= x.mean(axis=0)
        with torch.no_grad():
            return torch.sigmoid(self(torch.tensor(x))).numpy()


# Chaff: predict-logits
# Misconception: Logits are probabilities.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        with torch.no_grad():
            return self(torch.tensor(x)).numpy()


# Chaff: predict-overflows
# Misconception: e^z / (1 + e^z) is as good for any z.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        with torch.no_grad():
            z = self(torch.tensor(x)).numpy()
        return np.exp(z) / (1 + np.exp(z))


# Chaff: predict-stale
# Misconception: The weights of the first call are those of the model.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        if not hasattr(self, "known"):
            self.known = (self.linear.weight.detach().numpy().copy(), self.linear.bias.detach().numpy().copy())
        w, b = self.known
        return logistic_by_hand(x @ w[0] + b)


# Chaff: predict-tensor
# Misconception: predict gives a tensor.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def predict(self, x):
        return torch.sigmoid(self(torch.tensor(x)))


# Chaff: random-bias
# Misconception: Only the weights are set to 0.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def __init__(self, n_features):
        super().__init__(n_features)
        torch.nn.init.ones_(self.linear.bias)


# Chaff: random-start
# Misconception: A layer starts at random weights.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def __init__(self, n_features):
        super().__init__(n_features)
        self.linear = torch.nn.Linear(n_features, 1)


# Chaff: rate-falls
# Misconception: The learning rate falls after 20 epochs.
# Fails: task3-fit-test-parameters
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for epoch in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        if epoch == 19:
            optimizer.param_groups[0]['lr'] *= 0.1
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: rate-limited
# Misconception: A learning rate above 1 is a mistake.
# Fails: task3-fit-test-parameters
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=min(rate, 1.0))
    train_losses, val_losses = [], []
    for epoch in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: sigma-twice
# Misconception: The loss from logits wants probabilities.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(torch.sigmoid(model(x)), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: squared-error
# Misconception: The model is trained by its squared error.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        ((torch.sigmoid(model(x)) - y) ** 2).mean().backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: squeezed
# Misconception: A dimension of length 1 is superfluous.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def forward(self, x):
        return self.linear(x).squeeze()


# Chaff: sum
# Misconception: The loss of all examples is a sum.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y, reduction="sum").backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: two-outputs
# Misconception: Two classes have two outputs.
# Fails: task3-model-test-outputs
# %% task3-model
class LogisticRegression(LogisticRegression):
    def __init__(self, n_features):
        super().__init__(n_features)
        self.linear = torch.nn.Linear(n_features, 2)
        torch.nn.init.zeros_(self.linear.weight)
        torch.nn.init.zeros_(self.linear.bias)


# Chaff: uphill
# Misconception: One moves along the gradient.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate, maximize=True)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: validation-is-training
# Misconception: The validation loss is taken on the training set.
# Fails: task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        optimizer.zero_grad()
        mean_loss(model(x), y).backward()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x), y).item())
    return train_losses, val_losses


# Chaff: worse-steps-undone
# Misconception: A step that makes the loss larger is undone.
# Fails: task3-fit-test-parameters
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for epoch in range(epochs):
        optimizer.zero_grad()
        old = [p.detach().clone() for p in model.parameters()]
        loss = mean_loss(model(x), y)
        loss.backward()
        optimizer.step()
        if mean_loss(model(x), y) > loss:
            for p, o in zip(model.parameters(), old):
                p.data.copy_(o)
        with torch.no_grad():
            train_losses.append(mean_loss(model(x), y).item())
            val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: zero-after-the-step
# Misconception: A model comes without gradients.
# Fails: task3-fit-test-parameters
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        mean_loss(model(x), y).backward()
        optimizer.step()
        optimizer.zero_grad()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses


# Chaff: zero-before-the-step
# Misconception: Gradients are forgotten before they are used.
# Fails: task3-fit-test-parameters, task3-fit-test-losses
# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    mean_loss = F.binary_cross_entropy_with_logits
    optimizer = torch.optim.SGD(model.parameters(), lr=rate)
    train_losses, val_losses = [], []
    for _ in range(epochs):
        mean_loss(model(x), y).backward()
        optimizer.zero_grad()
        optimizer.step()
        train_losses.append(mean_loss(model(x), y).item())
        val_losses.append(mean_loss(model(x_val), y_val).item())
    return train_losses, val_losses
