# Misconception: a fake: the loss only, nothing is trained
# Fails: task4-step-test-update, task4-fit-test-training
# %% task4-step
def sgd_step(parameters, X, labels, rate):
    return F.cross_entropy(X @ parameters["W"] + parameters["b"], labels).item()
