# TensorFlow's own loss and helpers, a persistent tape, assign, numpy arrays on the way in,
# reduce over counts, the tracing counter, a compiled method call, callbacks by name.
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = tf.matmul(X, parameters["W"]) + parameters["b"]
    each = tf.nn.sparse_softmax_cross_entropy_with_logits(labels, Z)
    return tf.math.reduce_mean(each)


# %% task1-accuracy
def accuracy(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    right = np.argmax(Z.numpy(), axis=1) == labels.numpy()
    return right.mean()


# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape(persistent=True) as tape:
        loss = loss_function(parameters, X, labels)
    gradients = {}
    for name, p in parameters.items():
        slope = tape.gradient(loss, p)
        gradients[name] = tf.zeros_like(p) if slope is None else slope
    return loss, gradients


# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    place = tf.Variable(X)
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, tf.convert_to_tensor(place), labels)
    return tape.gradient(loss, [place])[0]


# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    leaves = list(parameters.values())
    for p, slope in zip(leaves, tape.gradient(loss, leaves)):
        if slope is not None:
            p.assign(p - slope * rate)
    return loss.numpy()


# %% task3-batches
def batches(X, labels, batch_size, seed):
    dataset = tf.data.Dataset.zip(
        tf.data.Dataset.from_tensor_slices(X),
        tf.data.Dataset.from_tensor_slices(labels),
    )
    mixed = dataset.shuffle(dataset.cardinality(), seed=seed)
    return mixed.batch(batch_size, drop_remainder=False).prefetch(1)


# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    X_far, labels_far = validation
    losses, kept = [], []
    for _ in range(epochs):
        for batch in train.as_numpy_iterator():
            step(*map(tf.constant, batch), rate)
        losses.append(built_in_loss(parameters, X_far, labels_far).numpy().item())
        kept.append({name: p.numpy().copy() for name, p in parameters.items()})
    return losses, kept[losses.index(min(losses))]


# %% task4-count
def count_traces(function, calls):
    compiled = tf.function(function)
    for arguments in calls:
        compiled(*arguments)
    return compiled.experimental_get_tracing_count()


# %% task4-compile
def compile_step(loss_function, parameters):
    leaves = list(parameters.values())

    def step(X, labels, rate):
        with tf.GradientTape(watch_accessed_variables=False) as tape:
            tape.watch(leaves)
            loss = loss_function(parameters, X, labels)
        for p, slope in zip(leaves, tape.gradient(loss, leaves)):
            p.assign_add(-rate * slope)
        return loss

    features = parameters["W"].shape[0]
    return tf.function(
        step,
        input_signature=(
            tf.TensorSpec([None, features], tf.float64),
            tf.TensorSpec([None], tf.int64),
            tf.TensorSpec([], tf.float64),
        ),
    )


# %% task5-model
def keras_model(W, b, rate):
    model = keras.models.Sequential()
    model.add(keras.layers.Input(shape=(len(W),)))
    model.add(keras.layers.Dense(b.size, kernel_initializer="zeros"))
    model.layers[0].kernel.assign(W)
    model.layers[0].bias.assign(b.reshape(-1))
    model.compile(
        optimizer=keras.optimizers.SGD(learning_rate=rate),
        loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        metrics=["accuracy"],
    )
    return model


def probabilities(model, X):
    return softmax_by_hand(model.predict(X, verbose=0))


# %% task5-train
def train_keras(model, train, validation, epochs, patience):
    history = model.fit(
        train,
        validation_data=validation,
        epochs=epochs,
        shuffle=False,
        verbose=0,
        callbacks=[
            keras.callbacks.EarlyStopping(
                monitor="val_loss", patience=patience, restore_best_weights=True
            )
        ],
    )
    return list(history.history["val_loss"])
