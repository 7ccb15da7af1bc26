# Misconception: one bias for all classes
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": torch.zeros(features, classes, requires_grad=True),
            "b": torch.zeros(1, 1, requires_grad=True)}
