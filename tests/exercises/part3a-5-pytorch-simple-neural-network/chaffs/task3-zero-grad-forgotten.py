# Misconception: zero_grad is forgotten: all gradients of the epoch add up.
# Fails: task3-train-epoch-test-parameters, task3-train-epoch-test-loss,
#        task5-fit-test-history, task5-fit-test-best
# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    training, total, n = model.training, 0.0, 0
    model.train()
    for X, Y in loader:
        loss = loss_function(model(X), Y)
        loss.backward()
        optimizer.step()
        total += len(Y) * loss.item()
        n += len(Y)
    model.train(training)
    return total / n
