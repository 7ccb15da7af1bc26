# Misconception: b is forgotten
# Fails: task3-model-test-outputs
# %% task3-model
def logits(parameters, X):
    return X @ parameters["W"]
