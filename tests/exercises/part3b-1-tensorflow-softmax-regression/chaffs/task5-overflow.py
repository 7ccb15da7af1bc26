# Misconception: e^z over its sum
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    E = tf.exp(model(X))
    return (E / tf.reduce_sum(E, axis=1, keepdims=True)).numpy()
