# Misconception: puts new tensors into the dictionary
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    slopes = torch.autograd.grad(loss, list(parameters.values()))
    for (name, p), slope in zip(list(parameters.items()), slopes):
        parameters[name] = (p - rate * slope).detach().requires_grad_()
    return loss.item()
