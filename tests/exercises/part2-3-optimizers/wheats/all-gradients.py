# Keeps all gradients in the state and adds them up with their weights, as the closed
# forms say; takes columns by products, writes polynomials out, recursion for a path.
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    new = np.array(parameter)
    new -= learning_rate * gradient
    return new, dict()


# %% task1-minimize
def minimize(f, start, step, steps, state=None):
    state = state or {}
    if steps == 0:
        return start.copy()
    slope = f(dp.Node(start, "here")).grad()["here"]
    point, state = step(start.copy(), slope, state)
    return np.vstack([start, minimize(f, point, step, steps - 1, state)])


# %% task2-landscapes
def rosenbrock(p):
    x, y = p @ np.array([[1.0], [0.0]]), p @ np.array([[0.0], [1.0]])
    bend = y - x.square()
    return 100 * bend.square() + x.square() - 2 * x + 1


def beale(p):
    x, y = p @ np.array([[1.0], [0.0]]), p @ np.array([[0.0], [1.0]])
    a = 1.5 - x * (1 - y)
    b = 2.25 - x * (1 - y * y)
    c = 2.625 - x * (1 - y * y * y)
    return a * a + b * b + c * c


# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    seen = [*state.get("gradients", []), gradient.copy()]
    v = sum(momentum**age * g for age, g in enumerate(reversed(seen)))
    return parameter - learning_rate * v, {"gradients": seen}


# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    seen = [*state.get("gradients", []), gradient.copy()]
    step = sum(momentum ** (age + 1) * g for age, g in enumerate(reversed(seen)))
    return parameter - learning_rate * (step + gradient), {"gradients": seen}


# %% task4-rmsprop
def rmsprop_step(
    parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8
):
    seen = [*state.get("squares", []), np.square(gradient)]
    s = sum((1 - decay) * decay**age * g for age, g in enumerate(reversed(seen)))
    return parameter - learning_rate * gradient / (s**0.5 + epsilon), {"squares": seen}


# %% task5-adam
def adam_step(
    parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8
):
    seen = [gradient.copy(), *state.get("gradients", [])]

    def average(arrays, beta):
        weights = [beta**age for age in range(len(arrays))]
        return sum(w * a for w, a in zip(weights, arrays)) / sum(weights)

    m = average(seen, beta1)
    s = average([g**2 for g in seen], beta2)
    return parameter - learning_rate * m / (epsilon + np.sqrt(s)), {"gradients": seen}


# %% task6-train
def train(net, batches, step):
    losses, states = [], {name: {} for name in net.get_param()}
    for i in range(len(batches)):
        grad, loss = net.get_grad(*batches[i])
        for name, value in net.get_param().items():
            value, states[name] = step(value, grad[name], states[name])
            net.set_param({name: value})
        losses += [loss]
    return losses


# %% task6-sweep
def sweep(make_net, batches, rule, rates, x, y):
    def final(rate):
        def step(parameter, gradient, state):
            return rule(parameter, gradient, state, learning_rate=rate)

        net = make_net()
        try:
            train(net, batches, step)
            return net.get_grad(x, y)[1]
        except FloatingPointError:
            return np.inf

    return np.array([final(rate) for rate in rates])
