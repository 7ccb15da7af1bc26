# Misconception: W has the shape (classes, features), as in nn.Linear
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": torch.zeros(classes, features, requires_grad=True),
            "b": torch.zeros(1, classes, requires_grad=True)}
