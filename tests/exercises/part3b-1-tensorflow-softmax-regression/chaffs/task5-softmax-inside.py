# Misconception: the last layer needs softmax
# Fails: task5-model-test-outputs
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes, activation="softmax")])
    model.set_weights([W, b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy()
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    return model
