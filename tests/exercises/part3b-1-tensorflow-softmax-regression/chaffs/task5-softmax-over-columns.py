# Misconception: softmax over the examples
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    return tf.nn.softmax(model(X), axis=0).numpy()
