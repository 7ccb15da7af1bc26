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
