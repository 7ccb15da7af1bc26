# Chaff: 32-bits
# Misconception: pixels become 32 bits
# Fails: task3-batches-test-contents
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((tf.cast(X, tf.float32), labels))
    return pairs.shuffle(len(X), seed=seed).batch(batch_size)


# Chaff: batches-shuffled
# Misconception: shuffles whole batches
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.batch(batch_size).shuffle(len(X), seed=seed)


# Chaff: best-as-tensors
# Misconception: tensors in place of arrays
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {name: tf.identity(p) for name, p in parameters.items()}
    return val_losses, best


# Chaff: best-is-a-reference
# Misconception: the dictionary of variables is kept
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = dict(parameters)
    return val_losses, best


# Chaff: best-is-the-last
# Misconception: the last values are kept
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if True:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: best-is-the-worst
# Misconception: keeps the largest loss
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if max(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: buffer-of-100
# Misconception: a buffer of 100 is always enough
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(100, seed=seed).batch(batch_size)


# Chaff: buffer-of-10000
# Misconception: 10,000 are enough for any data
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(buffer_size=10000, seed=seed).batch(batch_size)


# Chaff: buffer-of-a-batch
# Misconception: a buffer of one batch is enough
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(batch_size, seed=seed).batch(batch_size)


# Chaff: compared-with-the-last
# Misconception: compares with the epoch before only
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if val_losses[-2:][0] >= val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: dictionary
# Misconception: elements as dictionaries
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices({"X": X, "labels": labels})
    return pairs.shuffle(len(X), seed=seed).batch(batch_size)


# Chaff: first-batch-only
# Misconception: an epoch is one batch
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train.take(1):
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: fixed-seed
# Misconception: a seed of its own
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(len(X), seed=1).batch(batch_size)


# Chaff: labels-as-floats
# Misconception: labels become 64-bit floats
# Fails: task3-batches-test-contents
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, tf.cast(labels, tf.float64)))
    return pairs.shuffle(len(X), seed=seed).batch(batch_size)


# Chaff: last-batch-dropped
# Misconception: all batches have one size
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(len(X), seed=seed).batch(batch_size, drop_remainder=True)


# Chaff: list
# Misconception: a list of batches is a dataset
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return list(pairs.shuffle(len(X), seed=seed).batch(batch_size))


# Chaff: loss-after-each-batch
# Misconception: a loss after each batch
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
            val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: loss-before-the-epoch
# Misconception: the loss before each epoch
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
        for X, labels in train:
            step(X, labels, rate)
    return val_losses, best


# Chaff: losses-as-tensors
# Misconception: a list of tensors
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(built_in_loss(parameters, *validation))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: no-batches
# Misconception: single examples
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(len(X), seed=seed)


# Chaff: no-seed
# Misconception: the seed is forgotten
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(len(X)).batch(batch_size)


# Chaff: not-shuffled
# Misconception: the data are in a random order anyway
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.batch(batch_size)


# Chaff: one-order
# Misconception: one order for all epochs
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(len(X), seed=seed, reshuffle_each_iteration=False).batch(batch_size)


# Chaff: one-walk-kept
# Misconception: the batches are collected once
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best, train = [], {}, list(train)
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: put-back
# Misconception: the variables get the best values back
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    for name, p in parameters.items():
        p.assign(best[name])
    return val_losses, best


# Chaff: rate-decays
# Misconception: the rate shrinks by itself
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        rate *= 0.9
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: repeats-forever
# Misconception: repeat makes as many epochs as fit wants
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(len(X), seed=seed).batch(batch_size).repeat()


# Chaff: shuffled-apart
# Misconception: X and labels are shuffled each for itself
# Fails: task3-batches-test-contents
# %% task3-batches
def batches(X, labels, batch_size, seed):
    X = tf.data.Dataset.from_tensor_slices(X).shuffle(len(X), seed=seed)
    labels = tf.data.Dataset.from_tensor_slices(labels).shuffle(len(labels), seed=seed + 1)
    return tf.data.Dataset.zip(X, labels).batch(batch_size)


# Chaff: start-is-best
# Misconception: the values before training take part
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses = []
    least = float(built_in_loss(parameters, *validation))
    best = {name: p.numpy() for name, p in parameters.items()}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if val_losses[-1] < least:
            least = val_losses[-1]
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: swapped
# Misconception: best first
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return best, val_losses


# Chaff: training-loss
# Misconception: the loss of the last batch
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, X, labels)))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best


# Chaff: two-epochs
# Misconception: repeats the data by itself
# Fails: task3-batches-test-contents, task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    pairs = tf.data.Dataset.from_tensor_slices((X, labels))
    return pairs.shuffle(len(X), seed=seed).batch(batch_size).repeat(2)


# Chaff: two-keys-kept
# Misconception: parameters are always W and b
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {"W": parameters["W"].numpy(), "b": parameters["b"].numpy()}
    return val_losses, best


# Chaff: buffer-batch-times-ten
# Misconception: a buffer of ten batches is enough
# Fails: task3-batches-test-order
# %% task3-batches
def batches(X, labels, batch_size, seed):
    return tf.data.Dataset.from_tensor_slices((X, labels)).shuffle(10 * batch_size, seed=seed).batch(batch_size)


# Chaff: fit-last-epoch-not-judged
# Misconception: after the last epoch nothing is left to compare
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for e in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if (e < epochs - 1 or e == 0) and min(val_losses) == val_losses[-1]:
            best = {n: p.numpy() for n, p in parameters.items()}
    return val_losses, best


# Chaff: fit-stops
# Misconception: when the loss has risen twice, training is over
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for e in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(float(built_in_loss(parameters, *validation)))
        if min(val_losses) == val_losses[-1]:
            best = {n: p.numpy() for n, p in parameters.items()}
        if len(val_losses) > 3 and val_losses[-1] > val_losses[-2] > val_losses[-3]:
            break
    return val_losses, best
