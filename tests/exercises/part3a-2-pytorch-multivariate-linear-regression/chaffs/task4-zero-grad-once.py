# Misconception: One zero_grad before the loop is enough.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    optimizer.zero_grad()
    for _ in range(steps):
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs
