# Misconception: Divides by len(loader.dataset), though the loader may leave examples
#   out.
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
    model.train(training)
    return total / len(loader.dataset), right / len(loader.dataset)
