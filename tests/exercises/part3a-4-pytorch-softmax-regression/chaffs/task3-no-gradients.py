# Misconception: tensors want gradients by themselves
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": torch.zeros(features, classes), "b": torch.zeros(1, classes)}
