# Misconception: There is a cost more than there are steps.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    costs.append(F.mse_loss(model(X), Y).item())
    return costs
