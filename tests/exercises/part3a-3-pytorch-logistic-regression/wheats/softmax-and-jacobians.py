# Softmax of two columns, labels of -1 and 1, Jacobian and Hessian, parameters through .data,
# harmonic means and reduced groups.
# %% task1-logistic
def logistic(z):
    return torch.softmax(torch.stack([torch.zeros_like(z), z], dim=-1), dim=-1)[..., 1]


# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    s = 2 * y - 1
    a = -s * z
    m = torch.relu(a)
    return (m + torch.log(torch.exp(-m) + torch.exp(a - m))).mean()


# %% task2-squared-error
def squared_error_from_logits(z, y):
    return torch.sum((y - torch.sigmoid(z)) ** 2) / z.shape[0]


# %% task2-derivatives
def logit_derivatives(loss, z, y):
    n = len(z)
    y = torch.as_tensor(y)
    f = lambda a: n * loss(a, y)
    first = torch.autograd.functional.jacobian(f, torch.tensor(z))
    second = torch.autograd.functional.hessian(f, torch.tensor(z))
    return first.numpy(), torch.diagonal(second).numpy()


# %% task3-model
class LogisticRegression(torch.nn.Module):
    def __init__(self, n_features):
        super().__init__()
        self.linear = torch.nn.Linear(n_features, 1)
        self.apply(self.zero)

    @staticmethod
    def zero(module):
        if isinstance(module, torch.nn.Linear):
            torch.nn.init.zeros_(module.weight)
            torch.nn.init.zeros_(module.bias)

    def forward(self, x):
        z = self.linear(x)
        n = x.shape[0]
        return z.reshape(n)

    def predict(self, x):
        W = self.linear.weight.detach().numpy()
        b = self.linear.bias.detach().numpy()
        z = (x @ W.T + b)[:, 0]
        return logistic(torch.tensor(z)).numpy()


# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    criterion = F.binary_cross_entropy_with_logits
    ps = [p for _, p in model.named_parameters()]
    train_losses, val_losses = [], []
    for _ in range(epochs):
        for p in ps:
            if p.grad is not None:
                p.grad.zero_()
        criterion(model(x), y).backward()
        for p in ps:
            p.data -= rate * p.grad
        train_losses.append(criterion(model(x), y).item())
        val_losses.append(criterion(model(x_val), y_val).item())
    return train_losses, val_losses


# %% task4-scores
def confusion_matrix(labels, predicted):
    said = np.stack([np.asarray(predicted) == 0, np.asarray(predicted) == 1]).astype(int)
    right = np.stack([np.asarray(labels) == 0, np.asarray(labels) == 1]).astype(int)
    return right @ said.T


def scores(matrix):
    tn, fp, fn, tp = (int(v) for v in matrix.flatten())
    p = tp / (tp + fp) if tp + fp else 0.0
    r = tp / (tp + fn) if tp + fn else 0.0
    f1 = 2 / (1 / p + 1 / r) if p and r else 0.0
    return {"recall": r, "precision": p, "accuracy": (tp + tn) / (tp + tn + fp + fn), "f1": f1}


# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    def one(t):
        s = scores(confusion_matrix(labels, probabilities >= t))
        return s["precision"], s["recall"]

    pairs = list(map(one, thresholds))
    p, r = zip(*pairs)
    return np.array(p), np.array(r)


def choose_threshold(probabilities, labels, thresholds, min_recall):
    _, recalls = precision_recall_curve(probabilities, labels, thresholds)
    enough = thresholds[recalls >= min_recall]
    if len(enough) == 0:
        raise ValueError("not reached")
    return enough[np.argmax(enough)]


# %% task5-boundary
def raw_parameters(w, b, mean, std):
    raw = w.copy()
    raw /= std
    bias = b + (-(mean / std) * w).sum()
    return raw, bias


def boundary_line(w, b, threshold):
    x1 = np.array([0.0, 1.0])
    x2 = (np.log(threshold / (1 - threshold)) - b - w[0] * x1) / w[1]
    return x2[1] - x2[0], x2[0]


# %% task6-calibration
def log_loss(probabilities, labels):
    right = np.abs(probabilities - (1 - labels))
    right[right < 1e-12] = 1e-12
    return -np.log(right).sum() / len(labels)


def calibration(probabilities, labels, bins):
    k = (bins * probabilities).astype(int)
    k = np.where(k >= bins, bins - 1, k)
    names, inverse, counts = np.unique(k, return_inverse=True, return_counts=True)
    mean = np.bincount(inverse, weights=probabilities) / counts
    share = np.bincount(inverse, weights=labels) / counts
    return mean, share, counts
