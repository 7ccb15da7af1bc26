# Misconception: Leaves the model in training mode.
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
    return total / n
