# Misconception: the model's output is softmax
# Fails: task3-model-test-outputs
# %% task3-model
def logits(parameters, X):
    return torch.softmax(X @ parameters["W"] + parameters["b"], dim=1)
