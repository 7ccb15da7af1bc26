# Chaff: above-one-half
# Misconception: An example is right if its class has more than half the probability.
# Fails: task6-read-digits-test-accuracy
# %% task6-read-digits
def accuracy(net, x, labels):
    O = net.forward(x).value
    return (O[np.arange(len(O)), labels] > 0.5).mean()


# Chaff: count
# Misconception: Accuracy is the number of right examples.
# Fails: task6-read-digits-test-accuracy
# %% task6-read-digits
def accuracy(net, x, labels):
    O = net.forward(x).value
    return int((O.argmax(axis=1) == labels).sum())


# Chaff: explodes
# Misconception: A large learning rate is the fast choice.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    for epoch in range(40):
        batch_losses = train_epoch(net, x, y, 5.0, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


# Chaff: global-data
# Misconception: x and y are the training set anyway, so its global names will do.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    for epoch in range(40):
        batch_losses = train_epoch(net, X_train, Y_train, 0.15 * 0.95**epoch, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


# Chaff: learns-too-slowly
# Misconception: A small learning rate is the safe choice.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    for epoch in range(40):
        batch_losses = train_epoch(net, x, y, 0.001, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


# Chaff: loss-of-the-last-batch
# Misconception: The loss after an epoch is that of its last batch.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    for epoch in range(40):
        batch_losses = train_epoch(net, x, y, 0.15 * 0.95**epoch, 32, rng)
        train_losses.append(batch_losses[-1])
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


# Chaff: over-the-columns
# Misconception: The most probable class is the largest number of a column.
# Fails: task6-read-digits-test-accuracy
# %% task6-read-digits
def accuracy(net, x, labels):
    O = net.forward(x).value
    return np.mean([k == i for i, k in zip(O.argmax(axis=0), labels)])


# Chaff: too-few-epochs
# Misconception: Two epochs have seen everything twice, that must do.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    for epoch in range(2):
        batch_losses = train_epoch(net, x, y, 0.15 * 0.95**epoch, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


# Chaff: trained-beforehand
# Misconception: Fake: one network, trained once, is returned for every call.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit_once(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    for epoch in range(40):
        batch_losses = train_epoch(net, x, y, 0.15 * 0.95**epoch, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


ONCE = fit_once(X_train, Y_train, X_val, Y_val, 1)


def fit(x, y, x_val, y_val, seed):
    return ONCE


# Chaff: validation-is-global
# Misconception: The validation set is always the same, so its global name will do.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    for epoch in range(40):
        batch_losses = train_epoch(net, x, y, 0.15 * 0.95**epoch, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(X_val, Y_val).value.item())
    return net, train_losses, val_losses


# Chaff: seed-ignored
# Misconception: A fixed seed makes the run repeatable.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10), np.random.default_rng(0)
    train_losses, val_losses = [], []
    for rate in np.geomspace(0.15, 0.02, 40):
        train_epoch(net, x, y, rate, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


# Chaff: trains-on-validation
# Misconception: More examples make a better network, so the validation set is used,
# too.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    xs, ys = np.concatenate([x, x_val]), np.concatenate([y, y_val])
    for rate in np.geomspace(0.15, 0.02, 40):
        train_epoch(net, xs, ys, rate, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


# Chaff: same-network-goes-on
# Misconception: One network is trained by every call.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
NET = Network(64, 40, 40, 10, 1)


def fit(x, y, x_val, y_val, seed):
    net, rng = NET, np.random.default_rng(seed)
    train_losses, val_losses = [], []
    for rate in np.geomspace(0.15, 0.02, 40):
        train_epoch(net, x, y, rate, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


# Chaff: percent
# Misconception: Accuracy is in percent.
# Fails: task6-read-digits-test-accuracy
# %% task6-read-digits
def accuracy(net, x, labels):
    return 100 * (net.forward(x).value.argmax(axis=1) == labels).mean()


# Chaff: none-is-one
# Misconception: A share of 0 cannot be, at least one is right.
# Fails: task6-read-digits-test-accuracy
# %% task6-read-digits
def accuracy(net, x, labels):
    return max(1, (net.forward(x).value.argmax(axis=1) == labels).sum()) / len(x)


# Chaff: seed-for-order-only
# Misconception: The seed is for the order of the examples; the network has one of its
# own.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10), np.random.default_rng(seed)
    train_losses, val_losses = [], []
    for rate in np.geomspace(0.15, 0.02, 40):
        train_epoch(net, x, y, rate, 32, rng)
        train_losses.append(net.loss(x, y).value.item())
        val_losses.append(net.loss(x_val, y_val).value.item())
    return net, train_losses, val_losses


# Chaff: lists-grow
# Misconception: The lists of losses are made once, for all calls.
# Fails: task6-read-digits-test-fit
# %% task6-read-digits
TRAIN_LOSSES, VAL_LOSSES = [], []


def fit(x, y, x_val, y_val, seed):
    net, rng = Network(64, 40, 40, 10, seed), np.random.default_rng(seed)
    for rate in np.geomspace(0.15, 0.02, 40):
        train_epoch(net, x, y, rate, 32, rng)
        TRAIN_LOSSES.append(net.loss(x, y).value.item())
        VAL_LOSSES.append(net.loss(x_val, y_val).value.item())
    return net, TRAIN_LOSSES, VAL_LOSSES
