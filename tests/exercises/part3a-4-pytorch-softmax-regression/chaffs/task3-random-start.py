# Misconception: every model needs a random start
# Fails: task3-model-test-outputs
# %% task3-model
def new_parameters(features, classes):
    return {"W": (0.01 * torch.randn(features, classes)).requires_grad_(),
            "b": torch.zeros(1, classes, requires_grad=True)}
