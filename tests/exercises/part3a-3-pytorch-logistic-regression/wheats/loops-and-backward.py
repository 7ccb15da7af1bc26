# Example by example with backward, loops in place of array functions, tanh and log-sum-exp
# in place of the shifted quotient.
# %% task1-logistic
def logistic(z):
    return (torch.tanh(z / 2) + 1) / 2


# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    both = torch.stack([torch.zeros_like(z), z], dim=1)
    own = torch.where(y == 1, z, torch.zeros_like(z))
    return (torch.logsumexp(both, dim=1) - own).sum() / z.numel()


# %% task2-squared-error
def squared_error_from_logits(z, y):
    return F.mse_loss(torch.sigmoid(z), y)


# %% task2-derivatives
def logit_derivatives(loss, z, y):
    first, second = [], []
    for logit, label in zip(z, y):
        one = torch.tensor([logit], requires_grad=True)
        own = loss(one, torch.tensor([label]))
        slope = torch.autograd.grad(own, one, create_graph=True)[0]
        slope.sum().backward()
        first.append(slope.item())
        second.append(one.grad.item())
    return np.array(first), np.array(second)


# %% task3-model
class LogisticRegression(torch.nn.Module):
    def __init__(self, n_features):
        super().__init__()
        self.linear = torch.nn.Linear(n_features, 1)
        self.load_state_dict(
            {
                "linear.weight": torch.zeros(1, n_features),
                "linear.bias": torch.zeros(1),
            }
        )

    def forward(self, x):
        return self.linear(x).reshape(len(x))

    def predict(self, x):
        z = self.forward(torch.as_tensor(x))
        return torch.sigmoid(z).detach().numpy()


# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    loss_of = torch.nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD(model.parameters(), rate)
    optimizer.zero_grad()
    train_losses, val_losses = [], []
    for epoch in range(epochs):
        loss = loss_of(model(x), y)
        if epoch > 0:
            train_losses.append(loss.item())
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        val_losses.append(loss_of(model(x_val), y_val).detach().item())
    train_losses.append(loss_of(model(x), y).item())
    return train_losses, val_losses


# %% task4-scores
def confusion_matrix(labels, predicted):
    matrix = np.zeros((2, 2))
    for label, said in zip(labels, predicted):
        matrix[int(label), int(said)] += 1
    return matrix


def scores(matrix):
    found = {"accuracy": (matrix[0, 0] + matrix[1, 1]) / matrix.sum()}
    tp, alarms, positives = matrix[1, 1], matrix[:, 1].sum(), matrix[1].sum()
    found["precision"] = tp / alarms if alarms else 0
    found["recall"] = tp / positives if positives else 0
    found["f1"] = 2 * tp / (alarms + positives) if alarms + positives else 0
    return found


# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    pairs = []
    for t in thresholds:
        said = np.where(probabilities < t, 0, 1)
        result = scores(confusion_matrix(labels, said))
        pairs.append((result["precision"], result["recall"]))
    return tuple(np.array(pairs, dtype=float).T)


def choose_threshold(probabilities, labels, thresholds, min_recall):
    best = None
    for t in thresholds:
        _, (recall,) = precision_recall_curve(probabilities, labels, [t])
        if recall >= min_recall and (best is None or t > best):
            best = t
    if best is None:
        raise ValueError(f"no threshold has the recall {min_recall}")
    return best


# %% task5-boundary
def raw_parameters(w, b, mean, std):
    raw, shift = [], b
    for one, m, s in zip(w, mean, std):
        raw.append(one / s)
        shift -= one * m / s
    return np.array(raw), shift


def boundary_line(w, b, threshold):
    w1, w2 = w
    z = -np.log(1 / threshold - 1)
    return -w1 / w2, z / w2 - b / w2


# %% task6-calibration
def log_loss(probabilities, labels):
    total = 0.0
    for o, y in zip(probabilities, labels):
        total -= np.log(max(o if y else 1 - o, 1e-12))
    return total / len(labels)


def calibration(probabilities, labels, bins):
    rows = []
    for k in range(bins):
        inside = probabilities >= k / bins
        if k < bins - 1:
            inside &= probabilities < (k + 1) / bins
        if inside.any():
            rows.append((np.average(probabilities[inside]),
                         np.average(labels[inside]), np.count_nonzero(inside)))
    return tuple(np.array(column) for column in zip(*rows))
