# Misconception: The cost has the factor 1/2.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y) / 2
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs
