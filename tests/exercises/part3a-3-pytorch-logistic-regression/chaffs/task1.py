# Chaff: by-heart
# Misconception: The numbers of the visible check are learned by heart.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    known = {0.0: 0.5, 1.0986: 0.75, -1.0986: 0.25, -1000.0: 0.0, 1000.0: 1.0}
    o = torch.tensor([known.get(round(one.item(), 4), 0.5) for one in z.ravel()])
    return o.reshape(z.shape) + (z - z.detach()) * o * (1 - o)


# Chaff: by-numpy
# Misconception: NumPy's functions are recorded in the graph, too.
# Fails: task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    array = z.detach().numpy()
    small = np.exp(-np.abs(array))
    return torch.tensor(np.where(array >= 0, 1, small) / (1 + small))


# Chaff: clamped-logits
# Misconception: Logits beyond 10 are cut off to be safe.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    return 1 / (1 + torch.exp(-z.clamp(-10, 10)))


# Chaff: falling
# Misconception: The sign in the exponent does not matter.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    m = torch.relu(-z)
    e = torch.exp(-z - m)
    return e / (torch.exp(-m) + e)


# Chaff: in-place
# Misconception: The argument may be used up.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    z.clamp_(-700, 700)
    return 1 / (1 + torch.exp(-z))


# Chaff: inf-by-inf
# Misconception: e^z / (1 + e^z) is as good for any z.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    e = torch.exp(z)
    return e / (1 + e)


# Chaff: kink-at-zero
# Misconception: The shift by |z| has no kink that matters.
# Fails: task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    small = torch.exp(-z.abs())
    return torch.where(z >= 0, 1.0, small) / (1 + small)


# Chaff: loss-capped
# Misconception: A loss above 1000 is an accident.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    m = torch.relu(z)
    return (m + torch.log(torch.exp(-m) + torch.exp(z - m)) - y * z).clamp(max=1000).mean()


# Chaff: loss-clipped
# Misconception: Probabilities are clipped, so that the logarithm is finite.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    o = torch.sigmoid(z).clamp(1e-7, 1 - 1e-7)
    return -(y * torch.log(o) + (1 - y) * torch.log(1 - o)).mean()


# Chaff: loss-from-probabilities
# Misconception: A loss starts from the probability.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    o = torch.sigmoid(z)
    return -(y * torch.log(o) + (1 - y) * torch.log(1 - o)).mean()


# Chaff: loss-kink
# Misconception: max(0, z) + ln(1 + e^-|z|) is the same at 0, kinks included.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return (torch.relu(z) - y * z + torch.log1p(torch.exp(-z.abs()))).mean()


# Chaff: loss-no-minus
# Misconception: The cross-entropy is the mean logarithm itself.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return (y * z - torch.logaddexp(torch.zeros_like(z), z)).mean()


# Chaff: loss-of-rounded-probabilities
# Misconception: PyTorch's loss of probabilities is as good.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return F.binary_cross_entropy(logistic(z), y)


# Chaff: loss-positives-only
# Misconception: Only the examples with the label 1 cost something.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return (y * torch.logaddexp(torch.zeros_like(z), -z)).mean()


# Chaff: loss-shift-not-undone
# Misconception: What was divided out need not come back.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    m = torch.relu(z)
    return (torch.log(torch.exp(-m) + torch.exp(z - m)) - y * z).mean()


# Chaff: loss-sigma-twice
# Misconception: The loss from logits wants probabilities.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    o = logistic(z)
    return (torch.logaddexp(torch.zeros_like(o), o) - y * o).mean()


# Chaff: loss-summed
# Misconception: The loss of several examples is their sum.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return (torch.logaddexp(torch.zeros_like(z), z) - y * z).sum()


# Chaff: loss-swapped
# Misconception: o is the probability of the label 0.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return (torch.logaddexp(torch.zeros_like(z), -z) + y * z).mean()


# Chaff: loss-values-only
# Misconception: A loss is a number.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    z, y = z.detach().numpy(), y.numpy()
    return torch.tensor((np.logaddexp(0, z) - y * z).mean())


# Chaff: not-shifted
# Misconception: The logistic function is tanh at half the size.
# Fails: task1-logistic-test-values
# %% task1-logistic
def logistic(z):
    return torch.tanh(z / 2) / 2


# Chaff: plain-quotient
# Misconception: A right value has a right derivative.
# Fails: task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    return 1 / (1 + torch.exp(-z))


# Chaff: two-cases
# Misconception: `where` sends no signal into the case that it does not take.
# Fails: task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    e = torch.exp(z)
    return torch.where(z >= 0, 1 / (1 + torch.exp(-z)), e / (1 + e))
