# Misconception: The order of zero_grad does not matter: it can end the step.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        optimizer.zero_grad()
        costs.append(l.item())
    return costs
