# Row by row in Python's loops, nn.Parameter for leaves, a DataLoader that shuffles, all
# orders drawn before the training, losses as sums, and scikit-learn's counts.
# %% task1-one-hot
def one_hot(labels, classes):
    if bool(labels.lt(0).any()) or bool(labels.ge(classes).any()):
        raise ValueError("out of range")
    Y = torch.zeros((labels.numel(), classes), dtype=torch.get_default_dtype())
    Y[torch.arange(labels.numel()), labels] = 1
    return Y


# %% task2-log-softmax
def log_softmax(Z):
    def row(z):
        m = max(z.tolist())
        e = [torch.exp(one - m) for one in z]
        return z - m - torch.log(sum(e))

    return torch.stack([row(z) for z in Z])


# %% task2-cross-entropy
def cross_entropy(Z, labels):
    L = log_softmax(Z)
    return -sum(L[i, c] for i, c in enumerate(labels)) / len(labels)


def cross_entropy_one_hot(Z, Y):
    L = log_softmax(Z)
    return -torch.trace(Y @ L.T) / Z.shape[0]


# %% task3-model
def new_parameters(features, classes):
    W = torch.nn.Parameter(torch.zeros(features, classes))
    b = torch.nn.Parameter(torch.zeros(1, classes))
    return {"W": W, "b": b}


def logits(parameters, X):
    return torch.stack([x @ parameters["W"] + parameters["b"][0] for x in X])


# %% task3-choices
def fresh(t):
    return t.detach().clone().requires_grad_(True)


def centered(parameters):
    W, b = parameters["W"], parameters["b"]
    return dict(W=fresh(W - W.mean(1)[:, None]), b=fresh(b - torch.mean(b)))


def relative_to(parameters, k):
    W, b = parameters["W"], parameters["b"]
    return dict(W=fresh(W - W[:, k].unsqueeze(-1)), b=fresh(b - b[0, k]))


# %% task4-batches
def batches(n, batch_size, generator):
    rest = list(range(n))
    order = []
    while rest:
        order.append(rest.pop(torch.randint(len(rest), (), generator=generator).item()))
    return [torch.tensor(order[i : i + batch_size]) for i in range(0, n, batch_size)]


# %% task4-step
def sgd_step(parameters, X, labels, rate):
    W, b = parameters["W"], parameters["b"]
    W.grad = b.grad = None
    O = torch.log_softmax(torch.add(X @ W, b), -1)
    loss = -O.gather(1, labels.view(-1, 1)).sum() / len(labels)
    loss.backward()
    for p in (W, b):
        p.data = p.data - rate * p.grad.data
    return float(loss.detach())


# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    (X, c), (V, d) = train, validation
    train_losses = []
    val_losses = []

    def whole(A, labels):
        with torch.no_grad():
            return torch.nn.CrossEntropyLoss()(
                A @ parameters["W"] + parameters["b"], labels
            ).numpy()

    for _ in range(epochs):
        loader = torch.utils.data.DataLoader(
            torch.utils.data.TensorDataset(X, c),
            batch_size,
            shuffle=True,
            generator=generator,
        )
        for a, labels in loader:
            sgd_step(parameters, a, labels, rate)
        train_losses.append(float(whole(X, c)))
        val_losses.append(np.float64(whole(V, d)))
    return train_losses, val_losses


# %% task5-as-linear
def as_linear(parameters):
    layer = torch.nn.Linear(*parameters["W"].size(), bias=True)
    layer.weight.data = parameters["W"].detach().clone().t()
    layer.bias.data = parameters["b"].detach().clone().squeeze(0)
    return layer


# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    opt = torch.optim.SGD([{"params": layer.parameters(), "lr": rate}], lr=1.0)
    ce = torch.nn.CrossEntropyLoss(reduction="sum")
    history = []
    orders = [torch.randperm(len(X), generator=generator) for _ in range(epochs)]
    for order in orders:
        total = 0.0
        for i in range(0, len(X), batch_size):
            b = order[i : i + batch_size]
            total_loss = ce(layer(X[b]), labels[b])
            opt.zero_grad()
            (total_loss / len(b)).backward()
            opt.step()
            total += total_loss.item()
        history.append(total / len(X))
    return history


# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    from sklearn.metrics import confusion_matrix as counted

    return counted(labels, predicted, labels=range(classes))


def recall_per_class(matrix):
    with np.errstate(all="ignore"):
        return np.nan_to_num(matrix.diagonal() / matrix.sum(1))


# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    said = O.argmax(1)
    order = np.argsort(O.max(1), kind="stable")[::-1]
    return order[(said != labels)[order]][:k]


def evidence(W, x, said, right):
    return (x[:, None] * W)[:, said] - (x[:, None] * W)[:, right]
