# Lets logaddexp do the shift, differentiates with torch.func, updates parameters by hand,
# and counts with bincount and broadcasting.
# %% task1-logistic
def logistic(z):
    return torch.exp(-torch.logaddexp(torch.zeros_like(z), -z))


# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return torch.mean(torch.logaddexp(torch.zeros_like(z), z) - z * y)


# %% task2-squared-error
def squared_error_from_logits(z, y):
    error = y - torch.special.expit(z)
    return (error @ error) / len(error)


# %% task2-derivatives
def logit_derivatives(loss, z, y):
    def one(logit, label):
        return loss(logit.reshape(1), label.reshape(1))

    slope = torch.func.grad(one)
    curvature = torch.func.grad(slope)
    z, y = torch.from_numpy(z), torch.from_numpy(y)
    return tuple(torch.func.vmap(f)(z, y).numpy() for f in (slope, curvature))


# %% task3-model
class LogisticRegression(torch.nn.Module):
    def __init__(self, n_features):
        super().__init__()
        self.linear = torch.nn.Linear(n_features, 1)
        with torch.no_grad():
            for p in self.parameters():
                p.fill_(0.0)

    def forward(self, x):
        return (x @ self.linear.weight.T + self.linear.bias).squeeze(1)

    @torch.inference_mode()
    def predict(self, x):
        return 1 / (1 + np.exp(-self.forward(torch.from_numpy(x)).numpy()))


# %% task3-fit
def fit(model, x, y, x_val, y_val, rate, epochs):
    parameters = list(model.parameters())
    history = []
    for _ in range(epochs):
        z = model(x)
        loss = torch.mean(torch.nn.functional.softplus(z, threshold=50) - y * z)
        slopes = torch.autograd.grad(loss, parameters)
        with torch.no_grad():
            for p, slope in zip(parameters, slopes):
                p -= rate * slope
            history.append(
                [
                    float(torch.nn.BCEWithLogitsLoss()(model(a), b))
                    for a, b in ((x, y), (x_val, y_val))
                ]
            )
    return [pair[0] for pair in history], [pair[1] for pair in history]


# %% task4-scores
def confusion_matrix(labels, predicted):
    both = 2 * np.asarray(labels, int) + np.asarray(predicted, int)
    return np.bincount(both, minlength=4).reshape(2, 2)


def scores(matrix):
    tn, fp, fn, tp = (float(count) for count in matrix.ravel())
    precision = tp / max(tp + fp, 1)
    recall = tp / max(tp + fn, 1)
    f1 = 2 * precision * recall / (precision + recall) if tp else 0.0
    accuracy = np.trace(matrix) / np.sum(matrix)
    return dict(accuracy=accuracy, precision=precision, recall=recall, f1=f1)


# %% task4-thresholds
def precision_recall_curve(probabilities, labels, thresholds):
    alarm = probabilities[None] >= thresholds[:, None]
    found = (alarm & (labels == 1)[None]).sum(axis=1)
    return (
        found / np.maximum(alarm.sum(axis=1), 1),
        found / np.maximum((labels == 1).sum(), 1),
    )


def choose_threshold(probabilities, labels, thresholds, min_recall):
    order = np.sort(thresholds)[::-1]
    recalls = precision_recall_curve(probabilities, labels, order)[1]
    for t, recall in zip(order, recalls):
        if recall >= min_recall:
            return float(t)
    raise ValueError("no threshold reaches this recall")


# %% task5-boundary
def raw_parameters(w, b, mean, std):
    def logit(x):
        return np.dot((x - mean) / std, w) + b

    zero = np.zeros_like(w)
    return np.diag(1 / std) @ w, float(logit(zero))


def boundary_line(w, b, threshold):
    z = np.log(threshold) - np.log1p(-threshold)
    at_0, at_1 = (z - b) / w[1], (z - b - w[0]) / w[1]
    return at_1 - at_0, at_0


# %% task6-calibration
def log_loss(probabilities, labels):
    O = np.clip(probabilities, 1e-12, 1 - 1e-12)
    return -np.mean(labels * np.log(O) + (1 - labels) * np.log(1 - O))


def calibration(probabilities, labels, bins):
    edges = np.arange(1, bins) / bins
    k = np.searchsorted(edges, probabilities, side="right")
    count = np.bincount(k, minlength=bins)
    sums = [np.bincount(k, some, bins) for some in (probabilities, labels)]
    full = count > 0
    return sums[0][full] / count[full], sums[1][full] / count[full], count[full]
