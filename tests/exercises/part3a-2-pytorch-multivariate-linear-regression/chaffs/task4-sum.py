# Misconception: The cost is the sum of the squares.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    for _ in range(steps):
        optimizer.zero_grad()
        l = ((model(X) - Y) ** 2).sum()
        l.backward()
        optimizer.step()
        costs.append(l.item())
    return costs
