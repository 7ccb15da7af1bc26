# Misconception: the weights that were put in stay
# Fails: task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes)])
    model.set_weights([W, b[0]])
    model.layers[0].trainable = False
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    return model
