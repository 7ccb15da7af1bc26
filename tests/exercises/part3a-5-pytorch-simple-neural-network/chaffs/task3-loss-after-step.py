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
