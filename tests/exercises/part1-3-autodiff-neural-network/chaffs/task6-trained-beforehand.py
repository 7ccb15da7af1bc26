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
