# Chaff: empty-batch
# Misconception: The range of starts ends with n, so that nothing is left out.
# Fails: task5-mini-batches-test-cuts
# %% task5-mini-batches
def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[i : i + size] for i in range(0, n + 1, size)]


# Chaff: even-parts
# Misconception: n / size parts of nearly equal size are batches of that size.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    return np.array_split(rng.permutation(n), -(-n // size))


# Chaff: first-batch-only
# Misconception: An epoch is one random batch.
# Fails: task5-mini-batches-test-steps, task6-read-digits-test-fit
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    batch = batches(len(x), size, rng)[0]
    return train(net, x[batch], y[batch], rate, 1)


# Chaff: not-shuffled
# Misconception: The data are in random order anyway.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    order = np.arange(n)
    return [order[i : i + size] for i in range(0, n, size)]


# Chaff: one-step-at-the-end
# Misconception: The batches' gradients are collected for one step.
# Fails: task5-mini-batches-test-steps, task6-read-digits-test-fit
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    losses, p = [], net.get_param()
    for batch in batches(len(x), size, rng):
        grad, loss = net.get_grad(x[batch], y[batch])
        losses.append(loss)
        p = {name: p[name] - rate * grad[name] for name in p}
    net.set_param(p)
    return losses


# Chaff: rate-shared-out
# Misconception: The batches share the learning rate among them.
# Fails: task5-mini-batches-test-steps, task6-read-digits-test-fit
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    losses, cut = [], batches(len(x), size, rng)
    for batch in cut:
        losses += train(net, x[batch], y[batch], rate / len(cut), 1)
    return losses


# Chaff: rest-dropped
# Misconception: Batches that are not full are left out.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    order = rng.permutation(n)
    return [order[i : i + size] for i in range(0, n - size + 1, size)]


# Chaff: same-order-always
# Misconception: A generator with a fixed seed inside makes the run repeatable.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    order = np.random.default_rng(0).permutation(n)
    return [order[i : i + size] for i in range(0, n, size)]


# Chaff: shuffled-apart
# Misconception: Examples and labels are each shuffled.
# Fails: task5-mini-batches-test-steps, task6-read-digits-test-fit
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    losses = []
    for rows, others in zip(batches(len(x), size, rng), batches(len(x), size, rng)):
        losses += train(net, x[rows], y[others], rate, 1)
    return losses


# Chaff: with-replacement
# Misconception: Random batches are drawn one by one.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    return [rng.integers(0, n, size=min(size, n - i)) for i in range(0, n, size)]


# Chaff: unseeded
# Misconception: Any generator will do.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps,
#        task6-read-digits-test-fit
# %% task5-mini-batches
def batches(n, size, rng):
    order = np.random.default_rng().permutation(n)
    return [order[i : i + size] for i in range(0, n, size)]


# Chaff: lists
# Misconception: A list of numbers is as good as an array.
# Fails: task5-mini-batches-test-cuts
# %% task5-mini-batches
def batches(n, size, rng):
    order = rng.permutation(n).tolist()
    return [order[i : i + size] for i in range(0, n, size)]


# Chaff: sorted-in-batch
# Misconception: The order within a batch does not matter, so it may be sorted.
# Fails: task5-mini-batches-test-cuts
# %% task5-mini-batches
def batches(n, size, rng):
    order = rng.permutation(n)
    return [np.sort(order[i : i + size]) for i in range(0, n, size)]


# Chaff: epoch-unseeded
# Misconception: Any generator will do for the order of an epoch.
# Fails: task5-mini-batches-test-steps, task6-read-digits-test-fit
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    losses = []
    for batch in batches(len(x), size, np.random.default_rng()):
        losses += train(net, x[batch], y[batch], rate, steps=1)
    return losses


# Chaff: gradient-clipped
# Misconception: A large gradient is cut off.
# Fails: task5-mini-batches-test-steps
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    losses = []
    for batch in batches(len(x), size, rng):
        grad, loss = net.get_grad(x[batch], y[batch])
        p = net.get_param()
        net.set_param({n: p[n] - rate * np.clip(grad[n], -50, 50) for n in p})
        losses.append(loss)
    return losses


# Chaff: last-one-stays
# Misconception: The numbers up to n - 1 are shuffled, and n - 1 comes last.
# Fails: task5-mini-batches-test-cuts
# %% task5-mini-batches
def batches(n, size, rng):
    order = np.append(rng.permutation(n - 1), n - 1)
    return [order[i : i + size] for i in range(0, n, size)]


# Chaff: blocks
# Misconception: It is enough to shuffle the batches, and each batch in itself.
# Fails: task5-mini-batches-test-cuts, task5-mini-batches-test-steps
# %% task5-mini-batches
def batches(n, size, rng):
    full = [rng.permutation(np.arange(s, s + size)) for s in range(0, n - size + 1, size)]
    rest = np.arange(n - n % size, n)
    full = [full[i] for i in rng.permutation(len(full))]
    return full + ([rng.permutation(rest)] if len(rest) else [])


# Chaff: stops-when-good
# Misconception: When the loss is as good as 0, the epoch is over.
# Fails: task5-mini-batches-test-steps
# %% task5-mini-batches
def train_epoch(net, x, y, rate, size, rng):
    losses = []
    for batch in batches(len(x), size, rng):
        losses += train(net, x[batch], y[batch], rate, steps=1)
        if losses[-1] < 1e-6:
            break
    return losses
