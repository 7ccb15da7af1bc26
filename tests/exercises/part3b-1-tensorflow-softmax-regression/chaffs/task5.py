# Chaff: adam
# Misconception: another optimizer will do
# Fails: task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes)])
    model.set_weights([W, b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.Adam(rate), loss=loss)
    return model


# Chaff: best-loss-only
# Misconception: the least loss
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return min(log.history["val_loss"])


# Chaff: bias-left-out
# Misconception: b stays 0
# Fails: task5-model-test-outputs, task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes)])
    model.set_weights([W, 0 * b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    return model


# Chaff: clipped
# Misconception: the optimizer clips gradients
# Fails: task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential([keras.Input((features,)), keras.layers.Dense(classes)])
    model.set_weights([W, b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(rate, clipvalue=1.0), loss=loss)
    return model


# Chaff: compiled-again
# Misconception: compiles with a rate of its own
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    model.compile(keras.optimizers.SGD(0.1), model.loss)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log.history["val_loss"]


# Chaff: frozen
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


# Chaff: habitual-rate
# Misconception: SGD's rate of habit
# Fails: task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes)])
    model.set_weights([W, b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(), loss=loss)
    return model


# Chaff: history-object
# Misconception: fit returns the list
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log


# Chaff: last-weights
# Misconception: stopping early is enough
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log.history["val_loss"]


# Chaff: learns-the-validation-set
# Misconception: trains on the validation set, too
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    model.train_on_batch(*validation)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log.history["val_loss"]


# Chaff: logistic
# Misconception: each class for itself
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    return tf.nn.sigmoid(model(X)).numpy()


# Chaff: logits
# Misconception: outputs are probabilities
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    return model(X).numpy()


# Chaff: loss-from-probabilities
# Misconception: the loss takes logits by itself
# Fails: task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes)])
    model.set_weights([W, b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy()
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    return model


# Chaff: momentum
# Misconception: SGD with momentum is SGD
# Fails: task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes)])
    model.set_weights([W, b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(rate, momentum=0.9), loss=loss)
    return model


# Chaff: no-bias
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


# Chaff: no-patience
# Misconception: stops at the first rise
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=0, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log.history["val_loss"]


# Chaff: no-stopping
# Misconception: all epochs are run
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    **QUIET)
    return log.history["val_loss"]


# Chaff: not-compiled
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


# Chaff: overflow
# Misconception: e^z over its sum
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    E = tf.exp(model(X))
    return (E / tf.reduce_sum(E, axis=1, keepdims=True)).numpy()


# Chaff: patience-plus-one
# Misconception: waits one epoch longer
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience + 1, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log.history["val_loss"]


# Chaff: probabilities-as-tensor
# Misconception: a tensor is an array
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    return tf.nn.softmax(model(X))


# Chaff: random-weights
# Misconception: the weights stay random
# Fails: task5-model-test-outputs, task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes)])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    return model


# Chaff: relu
# Misconception: every layer has an activation
# Fails: task5-model-test-outputs, task5-model-test-compiled
# %% task5-model
def keras_model(W, b, rate):
    features, classes = W.shape
    model = keras.Sequential(
        [keras.Input((features,)), keras.layers.Dense(classes, activation="relu")])
    model.set_weights([W, b[0]])
    loss = keras.losses.SparseCategoricalCrossentropy(from_logits=True)
    model.compile(optimizer=keras.optimizers.SGD(rate), loss=loss)
    return model


# Chaff: softmax-inside
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


# Chaff: softmax-over-columns
# Misconception: softmax over the examples
# Fails: task5-model-test-outputs
# %% task5-model
def probabilities(model, X):
    return tf.nn.softmax(model(X), axis=0).numpy()


# Chaff: softmax-twice
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


# Chaff: squared-error
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


# Chaff: start-is-best
# Misconception: the weights before training take part
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    X, y = validation
    least, best, losses, waited = model.evaluate(X, y, verbose=0), model.get_weights(), [], 0
    for _ in range(epochs):
        losses += model.fit(train, epochs=1, validation_data=validation, **QUIET).history["val_loss"]
        waited += 1
        if losses[-1] < least:
            least, best, waited = losses[-1], model.get_weights(), 0
        if waited >= patience:
            break
    model.set_weights(best)
    return losses


# Chaff: training-losses
# Misconception: the training losses
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log.history["loss"]


# Chaff: until-the-best
# Misconception: the losses up to the best epoch
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    losses = log.history["val_loss"]
    return losses[: losses.index(min(losses)) + 1]


# Chaff: validation-is-training
# Misconception: validates on the training set
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=train,
                    callbacks=[stopping], **QUIET)
    return log.history["val_loss"]


# Chaff: waits-add-up
# Misconception: patience counts all epochs that brought nothing
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    losses, best, waited = [], None, 0
    for _ in range(epochs):
        losses += model.fit(train, epochs=1, validation_data=validation, **QUIET).history["val_loss"]
        if losses[-1] == min(losses):
            best = model.get_weights()
        else:
            waited += 1
        if waited >= patience:
            break
    model.set_weights(best)
    return losses


# Chaff: watches-training
# Misconception: watches the training loss
# Fails: task5-train-test-stopping
# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    stopping = keras.callbacks.EarlyStopping(
        patience=patience, monitor="loss", restore_best_weights=True)
    log = model.fit(train, epochs=epochs, validation_data=validation,
                    callbacks=[stopping], **QUIET)
    return log.history["val_loss"]


# Chaff: one-model
# Misconception: one model for each shape is enough
# Fails: task5-model-test-outputs
# %% task5-model
ONE_MODEL = {}


def keras_model(W, b, rate):
    if W.shape not in ONE_MODEL:
        ONE_MODEL[W.shape] = keras.Sequential([keras.Input((W.shape[0],)), keras.layers.Dense(W.shape[1])])
    model = ONE_MODEL[W.shape]
    model.set_weights([W, b[0]])
    model.compile(keras.optimizers.SGD(rate), keras.losses.SparseCategoricalCrossentropy(from_logits=True))
    return model
