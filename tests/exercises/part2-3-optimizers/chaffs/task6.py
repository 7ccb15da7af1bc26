# Chaff: error-comes-out
# Misconception: A run that diverges is an error for whoever called.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = []
    for rate in rates:
        net = make_net()
        train(net, batches, partial(rule, learning_rate=rate))
        loss = net.loss(x, y).value.item()
        losses.append(loss if np.isfinite(loss) else np.inf)
    return np.array(losses)


# Chaff: every-error-is-inf
# Misconception: Whatever goes wrong in a run, it counts as inf.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = []
    for rate in rates:
        net = make_net()
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            loss = net.loss(x, y).value.item()
        except Exception:
            loss = np.inf
        losses.append(loss if np.isfinite(loss) else np.inf)
    return np.array(losses)


# Chaff: example-by-heart
# Misconception: Fake: the results of the visible tests, learned by heart.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    return np.array([0.0625, 0.0, 1.0] if len(rates) == 3 else [np.inf, 0.0])


# Chaff: first-batch-only
# Misconception: Training goes over the first batch again and again.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for _ in batches:
        grad, loss = net.get_grad(*batches[0])
        p = net.get_param()
        for name in p:
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        net.set_param(p)
        losses.append(loss)
    return losses


# Chaff: fresh-gradient-for-each
# Misconception: Each parameter takes a gradient of its own, after the others have
# moved.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for x, y in batches:
        losses.append(net.get_grad(x, y)[1])
        for name, value in net.get_param().items():
            gradient = net.get_grad(x, y)[0][name]
            value, states[name] = step(value, gradient, states.get(name, {}))
            net.set_param({name: value})
    return losses


# Chaff: last-batch
# Misconception: The final loss is that of the last batch, before its step.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = []
    for rate in rates:
        net = make_net()
        try:
            loss = train(net, batches, partial(rule, learning_rate=rate))[-1]
        except FloatingPointError:
            loss = np.inf
        losses.append(loss if np.isfinite(loss) else np.inf)
    return np.array(losses)


# Chaff: left-out
# Misconception: A run that diverged has no result, so it is left out.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = []
    for rate in rates:
        net = make_net()
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            loss = net.loss(x, y).value.item()
        except FloatingPointError:
            continue
        if np.isfinite(loss):
            losses.append(loss)
    return np.array(losses)


# Chaff: loss-after-the-step
# Misconception: The loss of a step is the one that it leads to.
# Fails: task6-train-test-steps
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for x, y in batches:
        grad, _ = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        net.set_param(p)
        losses.append(net.loss(x, y).value.item())
    return losses


# Chaff: memory-lost
# Misconception: Every batch begins with empty states.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    losses = []
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        net.set_param({name: step(p[name], grad[name], {})[0] for name in p})
        losses.append(loss)
    return losses


# Chaff: nan-stays
# Misconception: Whoever diverges raises an error, so the final loss is a number.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = []
    for rate in rates:
        net = make_net()
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            loss = net.loss(x, y).value.item()
        except FloatingPointError:
            loss = np.inf
        losses.append(loss)
    return np.array(losses)


# Chaff: not-put-back
# Misconception: get_param gives the parameters themselves, a new value needs no
# set_param.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        losses.append(loss)
    return losses


# Chaff: one-state-for-all
# Misconception: One state goes from parameter to parameter.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    state, losses = {}, []
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            p[name], state = step(p[name], grad[name], state)
        net.set_param(p)
        losses.append(loss)
    return losses


# Chaff: same-net
# Misconception: One network serves all learning rates, one after the other.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses, net = [], make_net()
    for rate in rates:
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            loss = net.loss(x, y).value.item()
        except FloatingPointError:
            loss = np.inf
        losses.append(loss if np.isfinite(loss) else np.inf)
    return np.array(losses)


# Chaff: sorted-rates
# Misconception: Rates are tried from small to large.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = []
    for rate in sorted(rates):
        net = make_net()
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            loss = net.loss(x, y).value.item()
        except FloatingPointError:
            loss = np.inf
        losses.append(loss if np.isfinite(loss) else np.inf)
    return np.array(losses)


# Chaff: stops-at-the-first
# Misconception: After a run that diverged larger rates diverge, too.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = np.full(len(rates), np.inf)
    try:
        for i, rate in enumerate(rates):
            net = make_net()
            train(net, batches, partial(rule, learning_rate=rate))
            losses[i] = net.loss(x, y).value.item()
    except FloatingPointError:
        pass
    return np.where(np.isfinite(losses), losses, np.inf)


# Chaff: weights-only
# Misconception: Only weights are trained; a bias stays as it is.
# Fails: task6-train-test-steps, task6-sweep-test-losses
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            if name.endswith("b"):
                continue
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        net.set_param(p)
        losses.append(loss)
    return losses


# Chaff: zero-gradient-skipped
# Misconception: A parameter whose gradient is 0 needs no step.
# Fails: task6-train-test-steps
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            if grad[name].any():
                p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        net.set_param(p)
        losses.append(loss)
    return losses


# Chaff: best-parameters
# Misconception: Puts the best parameters back at the end of a long training.
# Fails: task6-train-test-steps
# %% task6-train
def train(net, batches, step):
    states, losses, best = {}, [], None
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        if not losses or loss <= min(losses):
            best = {k: v.copy() for k, v in p.items()}
        for name in p:
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        net.set_param(p)
        losses.append(loss)
    if best and len(losses) > 9:
        net.set_param(best)
    return losses


# Chaff: equal-losses-once
# Misconception: Equal losses are listed once.
# Fails: task6-train-test-steps
# %% task6-train
def train(net, batches, step):
    states, losses = {}, []
    done = set()
    for x, y in batches:
        grad, loss = net.get_grad(x, y)
        p = net.get_param()
        for name in p:
            p[name], states[name] = step(p[name], grad[name], states.get(name, {}))
        net.set_param(p)
        done.add(loss)
        losses.append(loss)
    return losses if len(done) == len(losses) else list(dict.fromkeys(losses))


# Chaff: results-by-rate
# Misconception: Losses are kept in a dictionary by their rates.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    found = {}
    for rate in rates:
        net = make_net()
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            found[rate] = net.loss(x, y).value.item()
        except FloatingPointError:
            found[rate] = np.inf
    return np.nan_to_num(np.array(list(found.values())), nan=np.inf, posinf=np.inf)


# Chaff: large-is-inf
# Misconception: A loss above a million has diverged.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    found = []
    for rate in rates:
        net = make_net()
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            loss = net.loss(x, y).value.item()
        except FloatingPointError:
            loss = np.inf
        found.append(loss if np.isfinite(loss) and loss < 1e6 else np.inf)
    return np.array(found)


# Chaff: arithmetic-is-inf
# Misconception: Every arithmetic error means divergence.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    found = []
    for rate in rates:
        net = make_net()
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            found.append(net.loss(x, y).value.item())
        except ArithmeticError:
            found.append(np.inf)
    return np.nan_to_num(found, nan=np.inf, posinf=np.inf)


# Chaff: value-errors-are-inf
# Misconception: Errors of value and type mean divergence, too.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    found = []
    for rate in rates:
        net = make_net()
        try:
            train(net, batches, partial(rule, learning_rate=rate))
            found.append(net.loss(x, y).value.item())
        except (FloatingPointError, ValueError, TypeError, ZeroDivisionError):
            found.append(np.inf)
    return np.nan_to_num(found, nan=np.inf, posinf=np.inf)


# Chaff: no-batches-is-inf
# Misconception: A run without batches has no loss.
# Fails: task6-sweep-test-losses
# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    found = []
    for rate in rates:
        net = make_net()
        try:
            losses = train(net, batches, partial(rule, learning_rate=rate))
            found.append(net.loss(x, y).value.item() if losses else np.inf)
        except FloatingPointError:
            found.append(np.inf)
    return np.nan_to_num(found, nan=np.inf, posinf=np.inf)
