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
