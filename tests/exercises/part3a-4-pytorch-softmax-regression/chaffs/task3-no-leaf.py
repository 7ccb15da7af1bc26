# Misconception: a parameter may be the result of an operation
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": 0 * torch.ones(features, classes, requires_grad=True),
            "b": torch.zeros(1, classes, requires_grad=True)}
