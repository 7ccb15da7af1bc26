# Chaff: columns-swapped
# Misconception: Accuracy before validation loss.
# Fails: task5-fit-test-history, task5-fit-test-best
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        history.append([loss, *evaluate(model, val_loader, F.cross_entropy)])
        if stopping.update(history[-1][1], model):
            break
    stopping.restore(model)
    return np.array(history)[:, [0, 2, 1]]


# Chaff: last-row-missing
# Misconception: The epoch that stops gets no row.
# Fails: task5-fit-test-history
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        row = [loss, *evaluate(model, val_loader, F.cross_entropy)]
        if stopping.update(row[1], model):
            break
        history.append(row)
    stopping.restore(model)
    return np.array(history)


# Chaff: measured-before
# Misconception: Measures before the epoch.
# Fails: task5-fit-test-history, task5-fit-test-best
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        row = evaluate(model, val_loader, F.cross_entropy)
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        history.append([loss, *row])
        if stopping.update(history[-1][1], model):
            break
    stopping.restore(model)
    return np.array(history)


# Chaff: measured-on-training-set
# Misconception: Measures on the training set.
# Fails: task5-fit-test-history, task5-fit-test-best
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        history.append([loss, *evaluate(model, train_loader, F.cross_entropy)])
        if stopping.update(history[-1][1], model):
            break
    stopping.restore(model)
    return np.array(history)


# Chaff: no-early-stop
# Misconception: Never stops early.
# Fails: task5-fit-test-history
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        history.append([loss, *evaluate(model, val_loader, F.cross_entropy)])
        stopping.update(history[-1][1], model)
    stopping.restore(model)
    return np.array(history)


# Chaff: not-restored
# Misconception: The model keeps the parameters of the last epoch.
# Fails: task5-fit-test-best
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        history.append([loss, *evaluate(model, val_loader, F.cross_entropy)])
        if stopping.update(history[-1][1], model):
            break
    return np.array(history)


# Chaff: restored-at-break-only
# Misconception: Restores only when early stopping ends the training.
# Fails: task5-fit-test-best
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        history.append([loss, *evaluate(model, val_loader, F.cross_entropy)])
        if stopping.update(history[-1][1], model):
            stopping.restore(model)
            break
    return np.array(history)


# Chaff: start-is-best
# Misconception: The parameters before training take part.
# Fails: task5-fit-test-history, task5-fit-test-best
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    stopping.update(evaluate(model, val_loader, F.cross_entropy)[0], model)
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        history.append([loss, *evaluate(model, val_loader, F.cross_entropy)])
        if stopping.update(history[-1][1], model):
            break
    stopping.restore(model)
    return np.array(history)


# Chaff: training-loss-by-evaluate
# Misconception: The first column is measured after the epoch.
# Fails: task5-fit-test-history
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        train_epoch(model, train_loader, optimizer, F.cross_entropy)
        loss, _ = evaluate(model, train_loader, F.cross_entropy)
        history.append([loss, *evaluate(model, val_loader, F.cross_entropy)])
        if stopping.update(history[-1][1], model):
            break
    stopping.restore(model)
    return np.array(history)


# Chaff: trains-on-validation
# Misconception: Trains on the validation set, too.
# Fails: task5-fit-test-history, task5-fit-test-best
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        train_epoch(model, val_loader, optimizer, F.cross_entropy)
        history.append([loss, *evaluate(model, val_loader, F.cross_entropy)])
        if stopping.update(history[-1][1], model):
            break
    stopping.restore(model)
    return np.array(history)


# Chaff: watches-accuracy
# Misconception: Early stopping gets the accuracy, and takes small ones for good.
# Fails: task5-fit-test-history, task5-fit-test-best
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        history.append([loss, *evaluate(model, val_loader, F.cross_entropy)])
        if stopping.update(history[-1][2], model):
            break
    stopping.restore(model)
    return np.array(history)


# Chaff: watches-training-loss
# Misconception: Early stopping watches the training loss, which always falls.
# Fails: task5-fit-test-history, task5-fit-test-best
# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history = EarlyStopping(patience), []
    for _ in range(max_epochs):
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        history.append([loss, *evaluate(model, val_loader, F.cross_entropy)])
        if stopping.update(loss, model):
            break
    stopping.restore(model)
    return np.array(history)
