# Misconception: Always sets training mode at the end.
# Fails: task3-evaluate-test-means
# %% task3-evaluate
def evaluate(model, loader, loss_function):
    training, total, right, n = model.training, 0.0, 0, 0
    model.eval()
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            total += len(Y) * loss_function(Z, Y).item()
            right += (Z.argmax(dim=1) == Y).sum().item()
            n += len(Y)
    model.train()
    return total / n, right / n
