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
