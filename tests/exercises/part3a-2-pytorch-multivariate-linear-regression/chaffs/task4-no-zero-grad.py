# Misconception: backward replaces the old gradient.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs
