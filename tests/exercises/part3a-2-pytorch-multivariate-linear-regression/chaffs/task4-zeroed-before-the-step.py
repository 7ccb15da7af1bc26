# Misconception: zero_grad belongs between backward and step.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.zero_grad()
        optimizer.step()
        costs.append(l.item())
    return costs
