# Example by example in slices, scikit-learn's scores, 1e-12 added in the logarithm,
# inverse hyperbolic tangent for the log-odds.
# %% task1-logistic
def logistic(z):
    half = z / 2
    m = torch.relu(z)
    num = torch.exp(z - m)
    return num.div(num.add(torch.exp(m.neg())))


# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    m = torch.relu(z)
    log_total = m + torch.log(torch.exp(-m) + torch.exp(z - m))
    log_o, log_rest = z - log_total, -log_total
    return -(y * log_o + (1 - y) * log_rest).mean()


# %% task2-squared-error
def squared_error_from_logits(z, y):
    r = torch.sigmoid(z).sub(y)
    return r.dot(r) / r.numel()


# %% task2-derivatives
def logit_derivatives(loss, z, y):
    first, second = np.zeros(len(z)), np.zeros(len(z))
    for i in range(len(z)):
        zi = torch.tensor(z[i:i + 1], requires_grad=True)
        yi = torch.tensor(y[i:i + 1])
        (g,) = torch.autograd.grad(loss(zi, yi), zi, create_graph=True)
        (h,) = torch.autograd.grad(g, zi)
        first[i], second[i] = g.item(), h.item()
    return first, second


# %% task3-model
class LogisticRegression(torch.nn.Module):
    def __init__(self, n_features):
        super().__init__()
        torch.manual_seed(0)
        self.linear = torch.nn.Linear(n_features, 1, dtype=torch.float64)
        self.linear.weight.data *= 0
        self.linear.bias.data *= 0

    def forward(self, x):
        (column,) = self.linear(x).T
        return column

    def predict(self, x):
        with torch.no_grad():
            z = self.forward(torch.tensor(np.asarray(x)))
        return 1 / (1 + np.exp(-z.numpy()))


# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    if epochs == 0:
        return [], []
    mean_loss = torch.nn.BCEWithLogitsLoss()
    optimizer = torch.optim.SGD([{"params": model.parameters()}], lr=rate)
    losses = []
    for _ in range(epochs):
        optimizer.zero_grad()
        loss = mean_loss(model(x), y)
        loss.backward()
        optimizer.step()
        with torch.no_grad():
            losses.append((mean_loss(model(x), y).item(), mean_loss(model(x_val), y_val).item()))
    t, v = zip(*losses)
    return list(t), list(v)


# %% task4-scores
def confusion_matrix(labels, predicted):
    from collections import Counter
    c = Counter(zip(map(int, labels), map(int, predicted)))
    return np.array([[c[0, 0], c[0, 1]], [c[1, 0], c[1, 1]]])


def scores(matrix):
    matrix = np.asarray(matrix, dtype=float)
    tn, fp, fn, tp = matrix.reshape(-1)
    tiny = np.finfo(float).tiny
    return {"accuracy": float((tn + tp) / matrix.sum()), "precision": float(tp / max(tp + fp, tiny)),
            "recall": float(tp / max(tp + fn, tiny)), "f1": float(2 * tp / max(2 * tp + fp + fn, tiny))}


# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    from sklearn.metrics import precision_score, recall_score
    y = np.asarray(labels).astype(int)
    said = [(probabilities >= t).astype(int) for t in thresholds]
    return (np.array([precision_score(y, s, zero_division=0) for s in said]),
            np.array([recall_score(y, s, zero_division=0) for s in said]))


def choose_threshold(probabilities, labels, thresholds, min_recall):
    order = np.argsort(thresholds)
    recalls = precision_recall_curve(probabilities, labels, thresholds[order])[1]
    good = np.nonzero(recalls >= min_recall)[0]
    if not len(good):
        raise ValueError("nothing")
    return thresholds[order][good[-1]]


# %% task5-boundary
def raw_parameters(w, b, mean, std):
    f = lambda x: np.sum(w * (x - mean) / std) + b
    b_raw = f(np.zeros(len(w)))
    return w / std, b_raw


def boundary_line(w, b, threshold):
    z = 2 * np.arctanh(2 * threshold - 1)
    return -w[0] / w[1], (z - b) / w[1]


# %% task6-calibration
def log_loss(probabilities, labels):
    return -np.mean(labels * np.log(probabilities + 1e-12) + (1 - labels) * np.log(1 - probabilities + 1e-12))


def calibration(probabilities, labels, bins):
    k = np.array([min(int(np.floor(p * bins)), bins - 1) for p in probabilities])
    result = [(probabilities[k == b].mean(), labels[k == b].mean(), int((k == b).sum())) for b in sorted(set(k.tolist()))]
    p, s, c = map(np.array, zip(*result))
    return p, s, c
