# Misconception: logits are computed without a graph
# Fails: task3-model-test-outputs
# %% task3-model
def logits(parameters, X):
    with torch.no_grad():
        return X @ parameters["W"] + parameters["b"]
