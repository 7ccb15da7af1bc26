# Chaff: fit-before-the-epoch
# Misconception: The losses are taken before the epoch.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        before = [get_grad(parameters, *d)[1] for d in ((x, y), (x_val, y_val))]
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([before[0], before[1]])
    return parameters, np.array(losses)


# Chaff: fit-global-data
# Misconception: The training set is always X_train.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, X_train[batch % len(x)], Y_train[batch % len(x)])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]])
    return parameters, np.array(losses)


# Chaff: fit-labels-shuffled-apart
# Misconception: Examples and labels are shuffled each on their own.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[rng.permutation(batch)])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]])
    return parameters, np.array(losses)


# Chaff: fit-last-batch
# Misconception: The last batch's loss stands for the whole training set.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([loss, get_grad(parameters, x_val, y_val)[1]])
    return parameters, np.array(losses)


# Chaff: fit-list-of-losses
# Misconception: The losses are a list of pairs.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]])
    return parameters, losses


# Chaff: fit-one-seed
# Misconception: The seed is part of the method.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(1)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]])
    return parameters, np.array(losses)


# Chaff: fit-seed-forgotten
# Misconception: Random numbers need no seed.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(None)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]])
    return parameters, np.array(losses)


# Chaff: fit-sizes-fixed
# Misconception: The network has the sizes of the example.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters([64, 50, 30, 10], rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]])
    return parameters, np.array(losses)


# Chaff: fit-too-few-epochs
# Misconception: Two epochs are enough.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 2):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]])
    return parameters, np.array(losses)


# Chaff: fit-training-loss-twice
# Misconception: The second column may hold the training set's loss again.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x, y)[1]])
    return parameters, np.array(losses)


# Chaff: fit-validation-first
# Misconception: The validation loss comes first, as the more important one.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, x_val, y_val)[1], get_grad(parameters, x, y)[1]])
    return parameters, np.array(losses)


# Chaff: fit-velocity-from-rest
# Misconception: Each batch starts from rest.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        pass
        for batch in batches(len(x), 32, rng):
            gradients, loss = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, zeros(parameters), rate, 0.9)
        losses.append([get_grad(parameters, x, y)[1], get_grad(parameters, x_val, y_val)[1]])
    return parameters, np.array(losses)


# Chaff: grad-averaged-again
# Misconception: The signal must still be divided by the number of examples.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(kept[-1], y)
    signal = signal / len(x)
    return backward(parameters, kept, signal, relu_derivative), loss


# Chaff: grad-memorized
# Misconception: Fake: PyTorch's numbers for the visible example.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    return torch_gradients(parameters, x, np.array([1]))[0], np.log(1 + np.exp(11))


# Chaff: grad-derivative-of-tanh
# Misconception: The derivative of another activation does as well.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(kept[-1], y)
    return backward(parameters, kept, signal, tanh_derivative), loss


# Chaff: grad-derivative-twice
# Misconception: The signal of the cost has to pass an activation, too.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(kept[-1], y)
    signal = signal * relu_derivative(kept[-1])
    return backward(parameters, kept, signal, relu_derivative), loss


# Chaff: grad-logistic-network
# Misconception: The hidden layers are logistic.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, logistic)
    loss, signal = cross_entropy(kept[-1], y)
    return backward(parameters, kept, signal, logistic_derivative), loss


# Chaff: grad-loss-first
# Misconception: The loss comes first.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(kept[-1], y)
    return loss, backward(parameters, kept, signal, relu_derivative)


# Chaff: grad-relu-on-logits
# Misconception: The last layer's output goes through ReLU.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(relu(kept[-1]), y)
    return backward(parameters, kept, signal, relu_derivative), loss


# Chaff: grad-softmax-twice
# Misconception: The cost takes probabilities.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    O = np.exp(kept[-1] - kept[-1].max(axis=1, keepdims=True))
    loss, signal = cross_entropy(O / O.sum(axis=1, keepdims=True), y)
    return backward(parameters, kept, signal, relu_derivative), loss


# Chaff: grad-squared-error
# Misconception: The squared error is good enough for one-hot labels.
# Fails: task5-fit-test-digits, task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = squared_error(kept[-1], y)
    return backward(parameters, kept, signal, relu_derivative), loss


# Chaff: momentum-average
# Misconception: The velocity is a moving average of gradients, as in Adam.
# Fails: task5-fit-test-digits, task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        new = tuple(momentum * old + (1 - momentum) * push for old, push in zip(v, g))
        moving.append(new)
        moved.append(tuple(array - rate * w for array, w, old, push in zip(p, new, v, g)))
    return moved, moving


# Chaff: momentum-memorized
# Misconception: Fake: the visible example's numbers.
# Fails: task5-fit-test-digits, task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    return [(a * 0 + 0.3, b * 0 + 0.3) for a, b in parameters], [(a * 0 + 7.0, b * 0 + 7.0) for a, b in parameters]


# Chaff: momentum-gradient-fades
# Misconception: The momentum fades the gradient, not the velocity.
# Fails: task5-fit-test-digits, task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        new = tuple(old + momentum * push for old, push in zip(v, g))
        moving.append(new)
        moved.append(tuple(array - rate * w for array, w, old, push in zip(p, new, v, g)))
    return moved, moving


# Chaff: momentum-in-place
# Misconception: Parameters are changed in place, as PyTorch's optimizers do.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    for p, g, v in zip(parameters, gradients, velocities):
        for k in (0, 1):
            v[k][...] = momentum * v[k] + g[k]
            p[k][...] -= rate * v[k]
    return parameters, velocities


# Chaff: momentum-nesterov
# Misconception: The step looks ahead, as Nesterov's does.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        new = tuple(momentum * old + push for old, push in zip(v, g))
        moving.append(new)
        moved.append(tuple(array - rate * (push + momentum * w) for array, w, old, push in zip(p, new, v, g)))
    return moved, moving


# Chaff: momentum-old-velocity
# Misconception: The step is made with the velocity from before.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        new = tuple(momentum * old + push for old, push in zip(v, g))
        moving.append(new)
        moved.append(tuple(array - rate * old for array, w, old, push in zip(p, new, v, g)))
    return moved, moving


# Chaff: momentum-rate-inside
# Misconception: The learning rate is part of the velocity.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        new = tuple(momentum * old + rate * push for old, push in zip(v, g))
        moving.append(new)
        moved.append(tuple(array - w for array, w, old, push in zip(p, new, v, g)))
    return moved, moving


# Chaff: momentum-uphill
# Misconception: The step goes along the velocity.
# Fails: task5-fit-test-digits, task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        new = tuple(momentum * old + push for old, push in zip(v, g))
        moving.append(new)
        moved.append(tuple(array + rate * w for array, w, old, push in zip(p, new, v, g)))
    return moved, moving


# Chaff: momentum-velocity-in-place
# Misconception: Only the velocity may change in place: it belongs to the optimizer.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    for g, v in zip(gradients, velocities):
        for k in (0, 1):
            v[k][...] = momentum * v[k] + g[k]
    moved = [tuple(p - rate * w for p, w in zip(*two)) for two in zip(parameters, velocities)]
    return moved, velocities


# Chaff: momentum-velocity-kept-old
# Misconception: The velocity is used, but the old one is returned.
# Fails: task5-fit-test-digits, task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        new = tuple(old for old, push in zip(v, g))
        moving.append(new)
        moved.append(tuple(array - rate * (momentum * old + push) for array, w, old, push in zip(p, new, v, g)))
    return moved, moving


# Chaff: momentum-weights-only
# Misconception: Biases need no momentum.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    moved, moving = [], []
    for (W, b), (dW, db), (vW, vb) in zip(parameters, gradients, velocities):
        vW = momentum * vW + dW
        moving.append((vW, vb))
        moved.append((W - rate * vW, b - rate * db))
    return moved, moving


# Chaff: grad-norm-clipped
# Misconception: A gradient's norm is limited, as in recurrent networks.
# Fails: task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    kept = forward(parameters, x, relu)
    loss, signal = cross_entropy(kept[-1], y)
    gradients = backward(parameters, kept, signal, relu_derivative)
    norm = np.sqrt(sum((W**2).sum() + (b**2).sum() for W, b in gradients))
    s = min(1, 50 / norm)
    return [(W * s, b * s) for W, b in gradients], loss


# Chaff: grad-by-torch
# Misconception: (a fake) PyTorch is there, so why by hand?
# Fails: task5-get-grad-test-pair
# %% task5-get-grad
def get_grad(parameters, x, y):
    leaves, z = torch_network(parameters, x)
    loss = torch_loss(z, y.argmax(axis=1))
    loss.backward()
    arrays = [leaf.grad.numpy() for leaf in leaves]
    return list(zip(arrays[::2], arrays[1::2])), loss.item()


# Chaff: momentum-zero-gradient-skipped
# Misconception: Without a gradient nothing is to do.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    V, P = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        nv = tuple(momentum * a + b if b.any() else a.copy() for a, b in zip(v, g))
        V.append(nv)
        P.append(tuple(a - rate * b for a, b in zip(p, nv)))
    return P, V


# Chaff: momentum-by-shape
# Misconception: The velocities stand in a dictionary by the weights' shapes.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    new = {}
    for p, g, v in zip(parameters, gradients, velocities):
        new[p[0].shape] = tuple(momentum * a + b for a, b in zip(v, g))
    V = [new[p[0].shape] for p in parameters]
    return [tuple(a - rate * b for a, b in zip(p, v)) for p, v in zip(parameters, V)], V


# Chaff: momentum-by-value
# Misconception: The velocities stand in a dictionary by the parameters' values.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    new = {}
    for p, g, v in zip(parameters, gradients, velocities):
        for k in (0, 1):
            new[p[k].tobytes()] = momentum * v[k] + g[k]
    V = [tuple(new[a.tobytes()] for a in p) for p in parameters]
    return [tuple(a - rate * b for a, b in zip(p, v)) for p, v in zip(parameters, V)], V


# Chaff: momentum-zero-aliased
# Misconception: Without momentum the velocity is the gradient.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    V, P = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        nv = tuple(momentum * a + b for a, b in zip(v, g)) if momentum else tuple(g)
        V.append(nv)
        P.append(tuple(a - rate * b for a, b in zip(p, nv)))
    return P, V


# Chaff: momentum-velocity-clipped
# Misconception: The velocity is kept within bounds.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    V, P = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        nv = tuple(np.clip(momentum * a + b, -10, 10) for a, b in zip(v, g))
        V.append(nv)
        P.append(tuple(a - rate * b for a, b in zip(p, nv)))
    return P, V


# Chaff: momentum-first-step-differs
# Misconception: From rest the velocity begins with a part of the gradient.
# Fails: task5-momentum-step-test-steps
# %% task5-momentum-step
def momentum_step(parameters, gradients, velocities, rate, momentum):
    V, P = [], []
    for p, g, v in zip(parameters, gradients, velocities):
        nv = tuple(momentum * a + b if a.any() else (1 - momentum) * b for a, b in zip(v, g))
        V.append(nv)
        P.append(tuple(a - rate * b for a, b in zip(p, nv)))
    return P, V


# Chaff: fit-first-weights-fixed
# Misconception: The seed is for the batches; the first weights are always the same.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, np.random.default_rng(0)), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        for batch in batches(len(x), 32, rng):
            gradients, _ = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, *d)[1] for d in ((x, y), (x_val, y_val))])
    return parameters, np.array(losses)


# Chaff: fit-order-fixed
# Misconception: The seed is for the first weights; the order is always the same.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    rng = np.random.default_rng(42)
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        for batch in batches(len(x), 32, rng):
            gradients, _ = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, *d)[1] for d in ((x, y), (x_val, y_val))])
    return parameters, np.array(losses)


# Chaff: fit-drops-last-batch
# Misconception: A batch that is not full is left out.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        for batch in [b for b in batches(len(x), 32, rng) if len(b) == 32]:
            gradients, _ = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, *d)[1] for d in ((x, y), (x_val, y_val))])
    return parameters, np.array(losses)


# Chaff: fit-learns-validation-set
# Misconception: More examples are better, so the validation set is learned, too.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    xx, yy = np.vstack([x, x_val]), np.vstack([y, y_val])
    for rate in np.geomspace(0.02, 0.002, 20):
        for batch in batches(len(xx), 32, rng):
            gradients, _ = get_grad(parameters, xx[batch], yy[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, *d)[1] for d in ((x, y), (x_val, y_val))])
    return parameters, np.array(losses)


# Chaff: fit-best-not-last
# Misconception: The parameters with the best validation loss are returned, with all
# losses.
# Fails: task5-fit-test-digits
# %% task5-fit
def fit(x, y, x_val, y_val, sizes, seed):
    rng = np.random.default_rng(seed)
    parameters, losses = new_parameters(sizes, rng), []
    velocities = zeros(parameters)
    for rate in np.geomspace(0.02, 0.002, 20):
        for batch in batches(len(x), 32, rng):
            gradients, _ = get_grad(parameters, x[batch], y[batch])
            parameters, velocities = momentum_step(parameters, gradients, velocities, rate, 0.9)
        losses.append([get_grad(parameters, *d)[1] for d in ((x, y), (x_val, y_val))])
        if losses[-1][1] <= min(l[1] for l in losses):
            best = parameters
    return best, np.array(losses)
