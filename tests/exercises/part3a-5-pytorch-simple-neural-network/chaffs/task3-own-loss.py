# Misconception: Takes the cross-entropy, whatever loss_function is.
# Fails: task3-train-epoch-test-parameters
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        optimizer.zero_grad()
        loss = F.cross_entropy(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return total / n
