# Misconception: The caller's model should stay as it was.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    import copy
    model = copy.deepcopy(model)
    for _ in range(steps):
        optimizer.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs
