# Misconception: outputs are probabilities
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    return model(X).numpy()
