# Misconception: b sees the new W
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    losses = []
    for p in parameters.values():
        loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
        (slope,) = torch.autograd.grad(loss, [p])
        losses.append(loss.item())
        with torch.no_grad():
            p -= rate * slope
    return losses[0]
