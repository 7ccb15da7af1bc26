# Misconception: the loss of a regression
# Fails: task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes)])
    model.set_weights([W, b[0]])
    loss = lambda y, Z: tf.reduce_mean((tf.one_hot(tf.cast(y, tf.int64)[:, 0], Z.shape[1], dtype=Z.dtype) - Z) ** 2)
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    return model
