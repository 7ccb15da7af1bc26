# Misconception: each class for itself
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    return tf.nn.sigmoid(model(X)).numpy()
