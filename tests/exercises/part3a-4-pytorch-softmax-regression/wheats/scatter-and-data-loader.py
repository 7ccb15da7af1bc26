# Scatters ones, detaches the shift, lets a DataLoader shuffle, sets gradients to zero in
# place, and counts pairs as numbers.
# %% task1-one-hot
def one_hot(labels, classes):
    if len(labels) and not (0 <= labels.min() and labels.max() < classes):
        raise ValueError("a label out of range")
    Y = torch.zeros(len(labels), classes)
    return Y.scatter_(1, labels.unsqueeze(1), 1.0)


# %% task2-log-softmax
def log_softmax(Z):
    m = Z.max(dim=1).values.detach().unsqueeze(1)
    return (Z - m) - (Z - m).exp().sum(dim=1).log().unsqueeze(1)


# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return cross_entropy_one_hot(Z, torch.eye(Z.shape[1])[labels])


def cross_entropy_one_hot(Z, Y):
    return (-Y * log_softmax(Z)).sum(dim=1).mean()


# %% task3-model
def new_parameters(features, classes):
    return {
        "b": torch.tensor(np.zeros((1, classes)), requires_grad=True),
        "W": torch.tensor(np.zeros((features, classes)), requires_grad=True),
    }


def logits(parameters, X):
    return torch.nn.functional.linear(X, parameters["W"].T, parameters["b"])


# %% task3-choices
def centered(parameters):
    W, b = (parameters[name].detach().numpy() for name in "Wb")
    return {
        "W": torch.tensor((W.T - W.T.mean(axis=0)).T.copy(), requires_grad=True),
        "b": torch.tensor(b - b.mean(), requires_grad=True),
    }


def relative_to(parameters, k):
    new = {}
    for name in parameters:
        values = parameters[name].data.clone()
        values -= values[:, k].clone().reshape(-1, 1)
        new[name] = values.requires_grad_(True)
    return new


# %% task4-batches
def batches(n, batch_size, generator):
    sampler = torch.utils.data.RandomSampler(range(n), generator=generator)
    return [
        torch.tensor(rows)
        for rows in torch.utils.data.BatchSampler(sampler, batch_size, drop_last=False)
    ]


# %% task4-step
def sgd_step(parameters, X, labels, rate):
    for p in parameters.values():
        if p.grad is not None:
            p.grad.zero_()
    Z = X @ parameters["W"] + parameters["b"]
    logs = Z - Z.logsumexp(dim=1, keepdim=True)
    loss = -logs[torch.arange(len(X)), labels].mean()
    loss.backward()
    with torch.no_grad():
        for p in parameters.values():
            p.sub_(p.grad * rate)
    return loss.detach().numpy().item()


# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    train_losses, val_losses = [], []
    while len(train_losses) < epochs:
        for rows in batches(len(train[1]), batch_size, generator):
            sgd_step(parameters, train[0][rows], train[1][rows], rate)
        with torch.inference_mode():
            for (X, c), losses in ((train, train_losses), (validation, val_losses)):
                logs = torch.log_softmax(X @ parameters["W"] + parameters["b"], 1)
                losses.append(F.nll_loss(logs, c).item())
    return train_losses, val_losses


# %% task5-as-linear
def as_linear(parameters):
    features, classes = parameters["W"].shape
    layer = torch.nn.Linear(in_features=features, out_features=classes)
    layer.load_state_dict(
        {"weight": parameters["W"].T, "bias": parameters["b"].reshape(-1)}
    )
    return layer


# %% task5-train-linear
def train_linear(layer, X, labels, rate, batch_size, epochs, generator):
    optimizer = torch.optim.SGD(layer.parameters(), lr=rate)
    data = torch.utils.data.TensorDataset(X, labels)
    history = []
    for _ in range(epochs):
        seen, mean = 0, 0.0
        loader = torch.utils.data.DataLoader(
            data, batch_size=batch_size, shuffle=True, generator=generator
        )
        for rows, wanted in loader:
            loss = F.cross_entropy(layer(rows), wanted)
            optimizer.zero_grad(set_to_none=False)
            loss.backward()
            optimizer.step()
            seen += len(rows)
            mean += (loss.item() - mean) * len(rows) / seen
        history.append(mean)
    return history


# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    pairs = labels * classes + predicted
    return np.bincount(pairs, minlength=classes**2).reshape(classes, classes)


def recall_per_class(matrix):
    totals = matrix.sum(axis=1)
    return np.divide(
        matrix.diagonal(),
        totals,
        out=np.zeros(len(matrix)),
        where=totals > 0,
    )


# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    answers = np.argmax(O, axis=1)
    sure = np.where(answers == labels, -1.0, np.max(O, axis=1))
    order = np.argsort(sure)[::-1]
    return order[: min(k, np.sum(answers != labels))]


def evidence(W, x, said, right):
    direction = np.zeros(W.shape[1])
    direction[said] = 1
    direction[right] -= 1
    return np.diag(x) @ W @ direction
