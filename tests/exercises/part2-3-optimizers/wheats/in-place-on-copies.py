# Copies first and then works in place, keeps averages that are already corrected (each
# step moves them by its own share), fills arrays that were made beforehand.
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return np.add(parameter, -learning_rate * gradient), {}


# %% task1-minimize
def minimize(f, start, step, steps):
    path = np.empty((steps + 1, start.shape[1]))
    path[0] = start
    state = {}
    for i in range(1, steps + 1):
        p = dp.Node(path[i - 1], "p")
        gradients = f(p).sum().grad(1)
        new, state = step(p.value.copy(), gradients["p"], state)
        path[i] = new.ravel()
    return path


# %% task2-landscapes
def rosenbrock(p):
    x, y = p[:, :1], p[:, 1:]
    return (x - 1) * (x - 1) + (10 * (x * x - y)).square()


def beale(p):
    x, y = p[:, :1], p[:, 1:]
    total, power = 0, y
    for c in (1.5, 2.25, 2.625):
        total = total + (x * (power - 1) + c).square()
        power = power * y
    return total


# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    velocity = np.zeros_like(parameter)
    if "velocity" in state:
        velocity += state["velocity"]
    velocity *= momentum
    velocity += gradient
    parameter = parameter.copy()
    parameter -= learning_rate * velocity
    return parameter, dict(velocity=velocity)


# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    ahead = state.get("ahead", np.zeros_like(parameter)) + gradient
    ahead *= momentum
    parameter = parameter - learning_rate * gradient
    parameter -= learning_rate * ahead
    return parameter, {"ahead": ahead}


# %% task4-rmsprop
def rmsprop_step(
    parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8
):
    square = np.copy(state.get("square", np.zeros(parameter.shape)))
    square += (1 - decay) * (gradient * gradient - square)
    new = parameter.copy()
    new -= learning_rate * (gradient / (np.sqrt(square) + epsilon))
    return new, {"square": square}


# %% task5-adam
def adam_step(
    parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    t, mean, square = state.get("all", (0, np.zeros(1), np.zeros(1)))
    t += 1
    share = (1 - beta1) / (1 - beta1**t)
    mean = mean + share * (gradient - mean)
    share = (1 - beta2) / (1 - beta2**t)
    square = square + share * (gradient * gradient - square)
    new = parameter - learning_rate * mean / (np.sqrt(square) + epsilon)
    return new, {"all": (t, mean, square)}


# %% task6-train
def train(net, batches, step):
    def one(batch):
        gradients, loss = net.get_grad(*batch)
        new = {}
        for name, array in net.get_param().items():
            state = memory.setdefault(name, {})
            new[name], memory[name] = step(array, gradients[name], state)
        net.set_param(new)
        return loss

    memory = {}
    return [one(batch) for batch in batches]


# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    losses = np.full(len(rates), np.inf)
    for i, rate in enumerate(rates):
        net = make_net()
        try:
            train(net, batches, lambda *three: rule(*three, learning_rate=rate))
        except FloatingPointError:
            continue
        loss = net.loss(x, y).value[0, 0]
        if np.isfinite(loss):
            losses[i] = loss
    return losses
