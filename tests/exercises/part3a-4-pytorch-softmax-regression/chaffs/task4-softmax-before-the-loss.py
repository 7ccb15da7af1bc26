# Misconception: F.cross_entropy wants probabilities
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    O = torch.softmax(X @ parameters["W"] + parameters["b"], dim=1)
    loss = F.cross_entropy(O, labels)
    slopes = torch.autograd.grad(loss, list(parameters.values()))
    with torch.no_grad():
        for p, slope in zip(parameters.values(), slopes):
            p -= rate * slope
    return loss.item()
