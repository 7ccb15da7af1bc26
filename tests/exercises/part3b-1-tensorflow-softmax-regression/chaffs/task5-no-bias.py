# Misconception: a layer without b
# Fails: task5-model-test-outputs, task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes, use_bias=False)])
    model.set_weights([W])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    return model
