# Chaff: all-at-once
# Misconception: one step with all examples for each epoch
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), len(X), generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: batches-shuffled
# Misconception: shuffles the batches, not the examples
# Fails: task4-batches-test-order, task4-fit-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    *parts, last = torch.arange(n).split(batch_size)
    order = torch.randperm(len(parts), generator=generator)
    return [*(parts[k] for k in order), last]


# Chaff: copy-trained
# Misconception: trains a copy of the parameters
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    parameters = {name: p.detach().clone().requires_grad_()
                  for name, p in parameters.items()}
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: data-shuffled
# Misconception: the training set itself may be shuffled
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        order = torch.randperm(len(X), generator=generator)
        X[:], labels[:] = X[order], labels[order]
        for k in range(0, len(X), batch_size):
            sgd_step(parameters, X[k:k + batch_size], labels[k:k + batch_size], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: equal-parts
# Misconception: all batches of about the same length
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return torch.randperm(n, generator=generator).tensor_split(
        -(-n // batch_size))


# Chaff: first-batch-only
# Misconception: an epoch is one batch
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator)[:1]:
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: gradient-clipped
# Misconception: large gradients are cut off to be safe
# Fails: task4-step-test-update
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    for p in parameters.values():
        p.grad = None
    loss.backward()
    torch.nn.utils.clip_grad_norm_(parameters.values(), 5.0)
    with torch.no_grad():
        for p in parameters.values():
            p -= rate * p.grad
    return loss.item()


# Chaff: gradients-add-up
# Misconception: gradients are set back by themselves
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    loss.backward()
    with torch.no_grad():
        for p in parameters.values():
            p -= rate * p.grad
    return loss.item()


# Chaff: keeps-the-best
# Misconception: at the end the best parameters come back
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses, best = ([], []), {}
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
        if losses[0][-1] == min(losses[0]):
            best = {name: p.detach().clone() for name, p in parameters.items()}
    for name, p in parameters.items():
        p.data.copy_(best[name])
    return losses


# Chaff: labels-not-picked
# Misconception: the labels stay in the order of the data
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[:len(batch)], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: last-batch-dropped
# Misconception: whole batches only
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    order = torch.randperm(n, generator=generator)
    return [order[k:k + batch_size]
            for k in range(0, n - batch_size + 1, batch_size)]


# Chaff: learns-the-validation-set
# Misconception: trains on the validation set, too
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        sgd_step(parameters, *validation, rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: list-of-lists
# Misconception: a list of two lists
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return list(losses)


# Chaff: lists-swapped
# Misconception: validation losses first
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (validation, train)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: log-clipped
# Misconception: probabilities are kept above a small number
# Fails: task4-step-test-update
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    O = torch.softmax(X @ parameters["W"] + parameters["b"], dim=1)
    loss = F.nll_loss(O.clamp(min=1e-7).log(), labels)
    for p in parameters.values():
        p.grad = None
    loss.backward()
    with torch.no_grad():
        for p in parameters.values():
            p -= rate * p.grad
    return loss.item()


# Chaff: loss-after
# Misconception: the loss after the step
# Fails: task4-step-test-update
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    for p in parameters.values():
        p.grad = None
    F.cross_entropy(X @ parameters["W"] + parameters["b"], labels).backward()
    with torch.no_grad():
        for p in parameters.values():
            p -= rate * p.grad
        return F.cross_entropy(X @ parameters["W"] + parameters["b"], labels).item()


# Chaff: loss-as-tensor
# Misconception: returns the loss with its graph
# Fails: task4-step-test-update
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    for p in parameters.values():
        p.grad = None
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    loss.backward()
    with torch.no_grad():
        for p in parameters.values():
            p -= rate * p.grad
    return loss


# Chaff: loss-before-the-epoch
# Misconception: the losses before each epoch
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    losses = [], []
    for _ in range(epochs):
        for history, (X, c) in zip(losses, (train, validation)):
            Z = X @ parameters["W"] + parameters["b"]
            history.append(F.cross_entropy(Z, c).item())
        for batch in batches(len(train[0]), batch_size, generator):
            sgd_step(parameters, train[0][batch], train[1][batch], rate)
    return losses


# Chaff: losses-as-tensors
# Misconception: lists of tensors
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted))
    return losses


# Chaff: new-tensors
# Misconception: puts new tensors into the dictionary
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    slopes = torch.autograd.grad(loss, list(parameters.values()))
    for (name, p), slope in zip(list(parameters.items()), slopes):
        parameters[name] = (p - rate * slope).detach().requires_grad_()
    return loss.item()


# Chaff: none-forgotten
# Misconception: there is always an old gradient to be set to zero
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    for p in parameters.values():
        p.grad.zero_()
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    loss.backward()
    with torch.no_grad():
        for p in parameters.values():
            p -= rate * p.grad
    return loss.item()


# Chaff: not-shuffled
# Misconception: the examples come in the order of the data
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return torch.arange(n).split(batch_size)


# Chaff: number-of-batches
# Misconception: batch_size is the number of batches
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return torch.randperm(n, generator=generator).chunk(batch_size)


# Chaff: one-after-the-other
# Misconception: b sees the new W
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    losses = []
    for p in parameters.values():
        loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
        (slope,) = torch.autograd.grad(loss, [p])
        losses.append(loss.item())
        with torch.no_grad():
            p -= rate * slope
    return losses[0]


# Chaff: one-epoch-less
# Misconception: epochs are counted from 1
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(1, epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: one-order
# Misconception: the batches are made once, before the epochs
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    parts = batches(len(X), batch_size, generator)
    for _ in range(epochs):
        for batch in parts:
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: only-if-lower
# Misconception: a step that makes the loss larger is taken back
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    def loss_now():
        return F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)

    loss = loss_now()
    slopes = torch.autograd.grad(loss, list(parameters.values()))
    with torch.no_grad():
        for p, slope in zip(parameters.values(), slopes):
            p -= rate * slope
        if loss_now() > loss:
            for p, slope in zip(parameters.values(), slopes):
                p += rate * slope
    return loss.item()


# Chaff: only-w
# Misconception: the bias is not trained
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    (slope,) = torch.autograd.grad(loss, [parameters["W"]])
    with torch.no_grad():
        parameters["W"] -= rate * slope
    return loss.item()


# Chaff: own-generator
# Misconception: PyTorch's own random numbers
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return torch.randperm(n).split(batch_size)


# Chaff: rotated
# Misconception: starts at a random example
# Fails: task4-batches-test-order
# %% task4-batches
def batches(n, batch_size, generator):
    start = torch.randint(n, (1,), generator=generator)
    return ((torch.arange(n) + start) % n).split(batch_size)


# Chaff: running-losses
# Misconception: the mean of the steps' losses as the training loss
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    losses = [], []
    for _ in range(epochs):
        steps = [sgd_step(parameters, train[0][batch], train[1][batch], rate)
                 for batch in batches(len(train[0]), batch_size, generator)]
        losses[0].append(sum(steps) / len(steps))
        Z = validation[0] @ parameters["W"] + parameters["b"]
        losses[1].append(F.cross_entropy(Z, validation[1]).item())
    return losses


# Chaff: seed-in-fit
# Misconception: seeds the generator in each epoch
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        generator.manual_seed(1)
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: seeded-anew
# Misconception: the same order in each call
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    generator.manual_seed(0)
    return torch.randperm(n, generator=generator).split(batch_size)


# Chaff: softmax-before-the-loss
# Misconception: F.cross_entropy wants probabilities
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    O = torch.softmax(X @ parameters["W"] + parameters["b"], dim=1)
    loss = F.cross_entropy(O, labels)
    slopes = torch.autograd.grad(loss, list(parameters.values()))
    with torch.no_grad():
        for p, slope in zip(parameters.values(), slopes):
            p -= rate * slope
    return loss.item()


# Chaff: step-by-heart
# Misconception: a fake: the loss only, nothing is trained
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    return F.cross_entropy(X @ parameters["W"] + parameters["b"], labels).item()


# Chaff: stops-early
# Misconception: training ends when the validation loss rises
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
        if losses[1][-1] > min(losses[1]):
            break
    return losses


# Chaff: sum
# Misconception: the gradient of the sum over the batch
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    slopes = torch.autograd.grad(loss * len(X), list(parameters.values()))
    with torch.no_grad():
        for p, slope in zip(parameters.values(), slopes):
            p -= rate * slope
    return loss.item()


# Chaff: uphill
# Misconception: adds the gradient
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    slopes = torch.autograd.grad(loss, list(parameters.values()))
    with torch.no_grad():
        for p, slope in zip(parameters.values(), slopes):
            p += rate * slope
    return loss.item()


# Chaff: validation-is-training
# Misconception: both losses of the training set
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, train)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses


# Chaff: with-replacement
# Misconception: draws each batch by itself
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return [torch.randint(n, (min(batch_size, n - k),), generator=generator)
            for k in range(0, n, batch_size)]


# Chaff: zeroed-after
# Misconception: sets gradients back at the end of the step only
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    loss.backward()
    with torch.no_grad():
        for p in parameters.values():
            p -= rate * p.grad
            p.grad = None
    return loss.item()
