# Misconception: returns the loss with its graph
# Fails: task4-step-test-update
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    for p in parameters.values():
        p.grad = None
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    loss.backward()
    with torch.no_grad():
        for p in parameters.values():
            p -= rate * p.grad
    return loss
