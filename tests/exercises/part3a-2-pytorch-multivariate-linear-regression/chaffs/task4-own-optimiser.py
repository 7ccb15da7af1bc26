# Misconception: A training loop makes its own optimiser with the same settings.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    optimizer = torch.optim.SGD(model.parameters(), **{k: optimizer.defaults[k] for k in ("lr", "momentum")})
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs
