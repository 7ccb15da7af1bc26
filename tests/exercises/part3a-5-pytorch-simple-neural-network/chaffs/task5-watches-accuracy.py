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
