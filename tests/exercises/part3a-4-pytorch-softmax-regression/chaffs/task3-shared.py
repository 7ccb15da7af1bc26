# Misconception: all models share the same tensors
# Fails: task3-model-test-outputs
# %% task3-model
shared = {}


def new_parameters(features, classes):
    if (features, classes) not in shared:
        shared[features, classes] = {
            "W": torch.zeros(features, classes, requires_grad=True),
            "b": torch.zeros(1, classes, requires_grad=True)}
    return shared[features, classes]
