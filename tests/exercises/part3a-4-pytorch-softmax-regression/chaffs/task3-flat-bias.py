# Misconception: b has the shape (classes,)
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": torch.zeros(features, classes, requires_grad=True),
            "b": torch.zeros(classes, requires_grad=True)}
