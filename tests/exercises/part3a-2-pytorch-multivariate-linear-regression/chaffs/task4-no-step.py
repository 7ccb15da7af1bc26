# Misconception: backward changes the parameters.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        costs.append(l.item())
    return costs
