# Misconception: sets gradients back at the end of the step only
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    loss.backward()
    with torch.no_grad():
        for p in parameters.values():
            p -= rate * p.grad
            p.grad = None
    return loss.item()
