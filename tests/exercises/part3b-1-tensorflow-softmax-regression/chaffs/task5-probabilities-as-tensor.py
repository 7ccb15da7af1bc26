# Misconception: a tensor is an array
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    return tf.nn.softmax(model(X))
