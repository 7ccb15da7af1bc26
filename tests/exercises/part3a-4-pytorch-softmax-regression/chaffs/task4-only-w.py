# Misconception: the bias is not trained
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    loss = F.cross_entropy(X @ parameters["W"] + parameters["b"], labels)
    (slope,) = torch.autograd.grad(loss, [parameters["W"]])
    with torch.no_grad():
        parameters["W"] -= rate * slope
    return loss.item()
