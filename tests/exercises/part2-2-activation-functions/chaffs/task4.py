# Chaff: accuracy-before
# Misconception: The accuracy may be taken before the epoch.
# Fails: task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        accuracies.append(accuracy(net, x_val, y_val))
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
    return np.array(losses), np.array(accuracies)


# Chaff: adam
# Misconception: Any optimizer is gradient descent.
# Fails: task4-training-test-history, task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.Adam(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# Chaff: back-and-forth
# Misconception: Every other epoch runs through the examples backward.
# Fails: task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    rng = np.random.default_rng(0)
    order = np.arange(len(x))
    losses, accuracies = [], []
    for e in range(epochs):
        if e % 2:
            order = order[::-1]
        for s in range(0, len(x), batch_size):
            b = order[s:s+batch_size]
            g, _ = net.get_grad(x[b], y[b])
            p = net.get_param()
            net.set_param({k: p[k] - learning_rate * g[k] for k in p})
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# Chaff: before-the-epoch
# Misconception: It makes no difference whether one looks before or after an epoch.
# Fails: task4-training-test-history, task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
        optimizer.train(-(-len(x) // batch_size), 0)
    return np.array(losses), np.array(accuracies)


# Chaff: best-kept
# Misconception: The best parameters are those to keep.
# Fails: task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    best, keep = np.inf, None
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
        if losses[-1] < best:
            best, keep = losses[-1], net.get_param()
    net.set_param(keep)
    return np.array(losses), np.array(accuracies)


# Chaff: by-heart
# Misconception: Fake: the accuracy that the visible test shows.
# Fails: task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(0.5)
    return np.array(losses), np.array(accuracies)


# Chaff: count
# Misconception: The accuracy is how many are right.
# Fails: task4-training-test-accuracy, task4-training-test-history
# %% task4-training
def accuracy(net, x, y):
    return np.sum((net.forward(x).value > 0.5) == y)


# Chaff: default-rate
# Misconception: The optimizer knows a good learning rate.
# Fails: task4-training-test-history, task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# Chaff: early-stopping
# Misconception: Training ends when the loss rises.
# Fails: task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
        if len(losses) > 1 and losses[-1] > losses[-2]:
            break
    return np.array(losses), np.array(accuracies)


# Chaff: flat-labels
# Misconception: A column and a flat array can be compared.
# Fails: task4-training-test-accuracy, task4-training-test-history
# %% task4-training
def accuracy(net, x, y):
    return np.mean((net.forward(x).value > 0.5) == y.ravel())


# Chaff: full-batch
# Misconception: All examples make a batch.
# Fails: task4-training-test-steps, task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=len(x))
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(1, 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# Chaff: half-is-class-1
# Misconception: A probability of 1/2 says class 1.
# Fails: task4-training-test-accuracy
# %% task4-training
def accuracy(net, x, y):
    return np.mean((net.forward(x).value >= 0.5) == y)


# Chaff: last-batch
# Misconception: The loss of the last batch is the training loss.
# Fails: task4-training-test-history, task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        loss = optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(loss)
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# Chaff: lists
# Misconception: A list is as good as an array.
# Fails: task4-training-test-history, task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return losses, accuracies


# Chaff: lowest-so-far
# Misconception: A learning curve never rises.
# Fails: task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.minimum.accumulate(losses), np.maximum.accumulate(accuracies)


# Chaff: one-step-is-an-epoch
# Misconception: An epoch is one step.
# Fails: task4-training-test-steps, task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(1, 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# Chaff: rest-dropped
# Misconception: An epoch has as many steps as there are whole batches.
# Fails: task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(max(1, len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# Chaff: same-order
# Misconception: Each epoch may have an optimizer of its own.
# Fails: task4-training-test-steps, task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# Chaff: share-of-class-1
# Misconception: The accuracy is how often class 1 is said.
# Fails: task4-training-test-accuracy, task4-training-test-history
# %% task4-training
def accuracy(net, x, y):
    return np.mean(net.forward(x).value > 0.5)


# Chaff: steps-are-examples
# Misconception: An epoch has as many steps as there are examples.
# Fails: task4-training-test-history, task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(len(x), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)


# Chaff: swapped
# Misconception: The accuracies come first.
# Fails: task4-training-test-history, task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(accuracies), np.array(losses)


# Chaff: threshold-zero
# Misconception: Probabilities are split at 0, as logits are.
# Fails: task4-training-test-accuracy, task4-training-test-history
# %% task4-training
def accuracy(net, x, y):
    return np.mean((net.forward(x).value > 0) == y)


# Chaff: training-accuracy
# Misconception: The accuracy on the training set says how good the network is.
# Fails: task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x, y))
    return np.array(losses), np.array(accuracies)


# Chaff: validation-loss
# Misconception: All curves come from the validation set.
# Fails: task4-training-test-history, task4-training-test-steps
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(-(-len(x) // batch_size), 0)
        losses.append(net.loss(x_val, y_val).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)
