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
