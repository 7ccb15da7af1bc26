# Misconception: softmax in the layer, and a loss from logits
# Fails: task5-model-test-outputs
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes, activation="softmax")])
    model.set_weights([W, b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    return model
