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
