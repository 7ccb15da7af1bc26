# Misconception: A step is p -= rate * gradient, whatever the optimiser.
# Fails: task4-train-test-steps
# %% task4-train
def train(model, optimizer, X, Y, steps):
    costs = []
    rate = optimizer.defaults["lr"]
    for _ in range(steps):
        model.zero_grad()
        l = F.mse_loss(model(X), Y)
        l.backward()
        with torch.no_grad():
            for p in model.parameters():
                p -= rate * p.grad
        costs.append(l.item())
    return costs
