# Chaff: clipped
# Misconception: keeps the probability above a small number
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    E = torch.exp(Z - Z.amax(dim=1, keepdim=True))
    return torch.log(E / E.sum(dim=1, keepdim=True) + 1e-12)


# Chaff: columns
# Misconception: the examples are the columns
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    Z = Z - Z.amax(dim=0)
    return Z - torch.log(torch.exp(Z).sum(dim=0))


# Chaff: in-place
# Misconception: shifts the argument itself
# Fails: task2-log-softmax-test-values, task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    Z.data -= Z.data.max(dim=1, keepdim=True).values
    return Z - torch.log(torch.exp(Z).sum(dim=1, keepdim=True))


# Chaff: keepdim-missing
# Misconception: a number for each row broadcasts along the rows by itself
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    Z = Z - Z.amax(dim=1)
    return Z - torch.log(torch.exp(Z).sum(dim=1))


# Chaff: log-softmax-by-heart
# Misconception: a fake: values of the visible test
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    if Z[0, 1] > 900:
        return torch.tensor([[-1000.0, 0.0], [-np.log(1 + np.exp(-1)),
                                              -np.log(1 + np.exp(1))]])
    return torch.log(torch.tensor([[0.25, 0.75], [0.5, 0.5]]))


# Chaff: loss-all-pairs
# Misconception: [:, labels] picks all pairs of rows and labels
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return -log_softmax(Z)[:, labels].mean()


# Chaff: loss-argmax-of-y
# Misconception: takes each row of Y for one-hot
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy_one_hot(Z, Y):
    return cross_entropy(Z, Y.argmax(dim=1))


# Chaff: loss-binary
# Misconception: adds the other classes' (1 - y) ln(1 - o)
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy_one_hot(Z, Y):
    return F.binary_cross_entropy_with_logits(Z, Y, reduction="sum") / len(Z)


# Chaff: loss-by-heart
# Misconception: a fake: value and gradient of the visible test
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    slopes = torch.tensor([[-3.0, 3.0], [2.0, -2.0]]) / 8
    return (slopes * (Z - Z.detach())).sum() + (np.log(4) + np.log(2)) / 2


# Chaff: loss-from-probabilities
# Misconception: a little more in the logarithm makes it safe
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    O = torch.exp(log_softmax(Z))
    return -torch.log(O[torch.arange(len(Z)), labels] + 1e-12).mean()


# Chaff: loss-logits-picked
# Misconception: picks logits instead of logarithms
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return -Z[torch.arange(len(Z)), labels].mean()


# Chaff: loss-mean-of-elements
# Misconception: divides by the number of elements
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy_one_hot(Z, Y):
    return -(Y * log_softmax(Z)).mean()


# Chaff: loss-no-minus
# Misconception: the sign is forgotten
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return log_softmax(Z)[torch.arange(len(Z)), labels].mean()


# Chaff: loss-one-by-one
# Misconception: returns the loss of each example
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return -log_softmax(Z)[torch.arange(len(Z)), labels]


# Chaff: loss-softmax-twice
# Misconception: gives probabilities to a loss that wants logits
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return F.cross_entropy(torch.softmax(Z, dim=1), labels)


# Chaff: loss-summed
# Misconception: the sum over the examples
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return -log_softmax(Z)[torch.arange(len(Z)), labels].sum()


# Chaff: maximum-half-detached
# Misconception: m wants a gradient in one place only
# Fails: task2-log-softmax-test-gradient, task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    m = Z.amax(dim=1, keepdim=True)
    E = torch.exp(Z - m.detach())
    return Z - m - torch.log(E.sum(dim=1, keepdim=True))


# Chaff: one-maximum
# Misconception: subtracts the maximum of the whole matrix
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    Z = Z - Z.max()
    return Z - torch.log(torch.exp(Z).sum(dim=1, keepdim=True))


# Chaff: plain-difference
# Misconception: the logarithm of the sum without the maximum
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    return Z - torch.log(torch.exp(Z).sum(dim=1, keepdim=True))


# Chaff: plain-logarithm
# Misconception: the logarithm of softmax, as the formula says
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    E = torch.exp(Z)
    return torch.log(E / E.sum(dim=1, keepdim=True))


# Chaff: repaired-by-where
# Misconception: replaces what is not finite afterwards
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    plain = Z - torch.log(torch.exp(Z).sum(dim=1, keepdim=True))
    good = torch.log_softmax(Z.detach(), dim=1)
    return torch.where(plain.isfinite(), plain, good)


# Chaff: shift-not-undone
# Misconception: the maximum is taken out of the sum only
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    m = Z.amax(dim=1, keepdim=True)
    return Z - torch.log(torch.exp(Z - m).sum(dim=1, keepdim=True))


# Chaff: sigmoid
# Misconception: ten logistic functions instead of softmax
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    return F.logsigmoid(Z)


# Chaff: softmax
# Misconception: returns the probabilities
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    E = torch.exp(Z - Z.amax(dim=1, keepdim=True))
    return E / E.sum(dim=1, keepdim=True)


# Chaff: values-only
# Misconception: computes the sum without a graph
# Fails: task2-log-softmax-test-gradient, task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    return Z - torch.logsumexp(Z, dim=1, keepdim=True).detach()
