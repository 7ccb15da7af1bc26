# Misconception: compile happens in fit
# Fails: task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes)])
    model.set_weights([W, b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    return model
