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
