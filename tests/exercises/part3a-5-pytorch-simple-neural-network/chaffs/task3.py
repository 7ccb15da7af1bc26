# Chaff: accuracy-in-percent
# Misconception: The accuracy is a percentage.
# Fails: task3-evaluate-test-means, task5-fit-test-history
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train(training)
    return total / n, 100 * right / n


# Chaff: argmax-of-columns
# Misconception: argmax over the examples, not over the classes.
# Fails: task3-evaluate-test-means, task5-fit-test-history
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=0)[Y] == Y).sum().item()
            n += len(Y)
    model.train(training)
    return total / n, right / n


# Chaff: back-to-training
# Misconception: Always sets training mode at the end.
# Fails: task3-evaluate-test-means
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train()
    return total / n, right / n


# Chaff: batches-averaged
# Misconception: Returns the mean of the batches' means.
# Fails: task3-train-epoch-test-loss
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += loss.item()
        n += len(Y)
    model.train(training)
    return total / len(loader)


# Chaff: divides-by-all
# Misconception: Divides by len(loader.dataset), though the loader may leave examples
#   out.
# Fails: task3-train-epoch-test-loss
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return total / len(loader.dataset)


# Chaff: eval-forgotten
# Misconception: Measures in training mode.
# Fails: task3-evaluate-test-means, task5-fit-test-history, task5-fit-test-best
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.train()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train(training)
    return total / n, right / n


# Chaff: flag-only
# Misconception: model.training = False is the same as eval().
# Fails: task3-evaluate-test-means, task5-fit-test-best
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.training = False
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.training = training
    return total / n, right / n


# Chaff: flag-restored
# Misconception: The mode is given back to the outer module alone.
# Fails: task3-evaluate-test-means
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.training = training
    return total / n, right / n


# Chaff: graph-recorded
# Misconception: no_grad is forgotten: a graph is built for nothing.
# Fails: task3-evaluate-test-means
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    if True:
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train(training)
    return total / n, right / n


# Chaff: last-batch
# Misconception: Returns the loss of the last batch.
# Fails: task3-train-epoch-test-loss
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return loss.item()


# Chaff: left-in-eval
# Misconception: Leaves the model in evaluation mode.
# Fails: task3-evaluate-test-means
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    return total / n, right / n


# Chaff: left-in-training
# Misconception: Leaves the model in training mode.
# Fails: task3-train-epoch-test-loss task3-train-epoch-test-parameters
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    return total / n


# Chaff: loss-after-step
# Misconception: Each loss is measured after the step.
# Fails: task3-train-epoch-test-loss, task5-fit-test-history
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss_function(model(X), Y).item()
        n += len(Y)
    model.train(training)
    return total / n


# Chaff: loss-with-graph
# Misconception: Adds up tensors: the result is no plain number.
# Fails: task3-train-epoch-test-parameters, task3-train-epoch-test-loss,
#        task5-fit-test-history, task5-fit-test-best
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss
        n += len(Y)
    model.train(training)
    return total / n


# Chaff: mean-of-batches
# Misconception: The mean of the batches' means.
# Fails: task3-evaluate-test-means, task5-fit-test-best
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train(training)
    return total / len(loader), right / n


# Chaff: mode-as-found
# Misconception: train() is forgotten: works only if somebody else has called it.
# Fails: task3-train-epoch-test-parameters, task3-train-epoch-test-loss
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    for X, Y in loader:
        optimizer.zero_grad()
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return total / n


# Chaff: other-loss
# Misconception: Takes the cross-entropy, whatever loss_function is.
# Fails: task3-evaluate-test-means
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * F.cross_entropy(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train(training)
    return total / n, right / n


# Chaff: own-loss
# Misconception: Takes the cross-entropy, whatever loss_function is.
# Fails: task3-train-epoch-test-parameters
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return total / n


# Chaff: pair-swapped
# Misconception: Accuracy first, then the loss.
# Fails: task3-evaluate-test-means, task5-fit-test-history, task5-fit-test-best
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train(training)
    return right / n, total / n


# Chaff: step-once
# Misconception: One step at the end of the epoch.
# Fails: task3-train-epoch-test-parameters, task3-train-epoch-test-loss,
#        task5-fit-test-best
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = loss_function(model(X), Y)
        loss.backward()
        total += len(Y) * loss.item()
        n += len(Y)
    optimizer.step()
    model.train(training)
    return total / n


# Chaff: sum-of-means
# Misconception: The batches' means are added up and divided by the number of examples.
# Fails: task3-evaluate-test-means, task5-fit-test-history, task5-fit-test-best
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train(training)
    return total / n, right / n


# Chaff: trains-in-eval
# Misconception: Trains in evaluation mode.
# Fails: task3-train-epoch-test-parameters, task3-train-epoch-test-loss,
#        task5-fit-test-history, task5-fit-test-best
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.eval()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return total / n


# Chaff: whole-data-set
# Misconception: Divides by len(loader.dataset), though the loader may leave examples
#   out.
# Fails: task3-evaluate-test-means
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train(training)
    return total / len(loader.dataset), right / len(loader.dataset)


# Chaff: zero-grad-after-backward
# Misconception: zero_grad between backward and step: the gradient is gone.
# Fails: task3-train-epoch-test-parameters, task3-train-epoch-test-loss,
#        task5-fit-test-history, task5-fit-test-best
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.zero_grad()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return total / n


# Chaff: zero-grad-forgotten
# Misconception: zero_grad is forgotten: all gradients of the epoch add up.
# Fails: task3-train-epoch-test-parameters, task3-train-epoch-test-loss,
#        task5-fit-test-history, task5-fit-test-best
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return total / n


# Chaff: zero-grad-once
# Misconception: zero_grad once in an epoch, before the loop.
# Fails: task3-train-epoch-test-parameters, task3-train-epoch-test-loss,
#        task5-fit-test-best
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    optimizer.zero_grad()
    for X, Y in loader:
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return total / n
