# Keeps all gradients, roots or products of the constants in the state, multiplies by matrices
# to pick columns, and writes its paths with generators.
# %% task1-sgd
def sgd_step(parameter, gradient, state, learning_rate):
    return np.subtract(parameter, learning_rate * np.asarray(gradient)), {}


# %% task1-minimize
def minimize(f, start, step, steps):
    def points():
        p, state = start.copy(), {}
        yield p
        for _ in range(steps):
            p, state = step(p, f(dp.Node(p, "p")).grad(1)["p"], state)
            yield p
    return np.array([p[0] for p in points()])


# %% task2-landscapes
def rosenbrock(p):
    x = p @ np.array([[1.0], [0.0]])
    y = p @ np.array([[0.0], [1.0]])
    a = 1 - x
    b = y - x * x
    return a * a + 100 * b * b
def beale(p):
    x, y = p[:, :1], p[:, 1:]
    total = (1.5 - x * (1 - y)).square()
    total = total + (2.25 - x * (1 - y * y)).square()
    return total + (2.625 - x * (1 - y * y * y)).square()


# %% task3-momentum
def momentum_step(parameter, gradient, state, learning_rate, momentum=0.9):
    gradients = state.get("gradients", ()) + ((gradient.copy(), momentum),)
    v = 0
    for g, mu in gradients:
        v = mu * v + g
    return parameter - learning_rate * v, {"gradients": gradients}


# %% task3-nesterov
def nesterov_step(parameter, gradient, state, learning_rate, momentum=0.9):
    moved, state = momentum_step(parameter, gradient, state, learning_rate, momentum)
    again, _ = momentum_step(parameter, gradient, state, learning_rate, momentum)
    return again, state


# %% task4-rmsprop
def rmsprop_step(parameter, gradient, state, learning_rate, decay=0.99, epsilon=1e-8):
    r = np.hypot(np.sqrt(decay) * state.get("r", 0.0), np.sqrt(1 - decay) * gradient)
    return parameter - learning_rate / (r + epsilon) * gradient, {"r": r}


# %% task5-adam
def adam_step(parameter, gradient, state, learning_rate, beta1=0.9, beta2=0.999, epsilon=1e-8):
    p1 = state.get("p1", 1.0) * beta1
    p2 = state.get("p2", 1.0) * beta2
    new = {"p1": p1, "p2": p2}
    new["m"] = np.multiply(beta1, state.get("m", np.zeros(gradient.shape))) + (1 - beta1) * gradient
    new["s"] = np.multiply(beta2, state.get("s", np.zeros(gradient.shape))) + (1 - beta2) * np.square(gradient)
    m_hat = new["m"] / (1 - p1)
    s_hat = new["s"] / (1 - p2)
    return parameter - learning_rate * m_hat / (s_hat ** 0.5 + epsilon), new


# %% task6-train
def train(net, batches, step):
    names = list(net.parameters)
    states, losses = [{} for _ in names], []
    for i in range(len(batches)):
        grad, loss = net.get_grad(batches[i][0], batches[i][1])
        p = net.get_param()
        results = [step(p[n], grad[n], s) for n, s in zip(names, states)]
        states = [s for _, s in results]
        net.set_param({n: r[0] for n, r in zip(names, results)})
        losses.append(loss)
    return losses


# %% task6-sweep
import math
def final_loss(net, batches, step, x, y):
    try:
        train(net, batches, step)
        loss = float(net.loss(x, y).value[0, 0])
        return math.inf if math.isnan(loss) else loss
    except FloatingPointError:
        return math.inf
def sweep(make_net, batches, rule, rates, x, y):
    return np.array([final_loss(make_net(), batches, partial(rule, learning_rate=r), x, y) for r in rates], dtype=float)
