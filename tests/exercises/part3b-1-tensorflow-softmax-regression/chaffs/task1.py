# Chaff: 32-bits
# Misconception: 32 bits are TensorFlow's habit
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = tf.cast(X @ parameters["W"] + parameters["b"], tf.float32)
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(totals - tf.gather(Z, labels, batch_dims=1))


# Chaff: added-inside-ln
# Misconception: a small number inside of every logarithm does no harm
# Fails: task1-log-loss-test-values
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1) + 1e-12)
    return tf.reduce_mean(totals - tf.gather(Z, labels, batch_dims=1))


# Chaff: all-pairs
# Misconception: each label with each row
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(totals[:, None] - tf.gather(Z, labels, axis=1))


# Chaff: answers-by-column
# Misconception: argmax looks at rows by itself
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"])
    return float(tf.reduce_mean(tf.cast(tf.gather(answers, labels % len(answers)) == labels, tf.float64)))


# Chaff: answers-without-bias
# Misconception: b does not change the order
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"], axis=1)
    return float(tf.reduce_mean(tf.cast(answers == labels, tf.float64)))


# Chaff: by-heart
# Misconception: a fake: the value of the visible test
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    return tf.constant(0.8369882167858358)


# Chaff: by-numpy
# Misconception: NumPy's logarithm is as good as TensorFlow's
# Fails: task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = (X @ parameters["W"] + parameters["b"]).numpy()
    Z = Z - Z.max(axis=1, keepdims=True)
    each = np.log(np.exp(Z).sum(axis=1)) - Z[np.arange(len(Z)), labels.numpy()]
    return tf.constant(each.mean())


# Chaff: clipped
# Misconception: softmax, kept away from 0
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    O = tf.nn.softmax(X @ parameters["W"] + parameters["b"])
    O = tf.clip_by_value(O, 1e-12, 1.0)
    return -tf.reduce_mean(tf.math.log(tf.gather(O, labels, batch_dims=1)))


# Chaff: columns
# Misconception: the examples are the columns
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=0)[:1])
    return tf.reduce_mean(totals - tf.gather(Z, labels, batch_dims=1))


# Chaff: count
# Misconception: the number of right answers
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"], axis=1)
    return float(tf.reduce_sum(tf.cast(answers == labels, tf.float64)))


# Chaff: mean-keeps-its-axis
# Misconception: a mean of shape (1,) is a number
# Fails: task1-log-loss-test-values
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(
        totals - tf.gather(Z, labels, batch_dims=1), axis=0, keepdims=True)


# Chaff: mean-of-whole-numbers
# Misconception: the mean of whole numbers is a share
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"], axis=1)
    return float(tf.reduce_mean(tf.cast(answers == labels, tf.int64)))


# Chaff: no-bias
# Misconception: b is forgotten
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + 0 * parameters['b']
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(totals - tf.gather(Z, labels, batch_dims=1))


# Chaff: no-maximum
# Misconception: the formula of softmax as it stands
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(totals - tf.gather(Z, labels, batch_dims=1))


# Chaff: one-maximum
# Misconception: one maximum for all rows
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(totals - tf.gather(Z, labels, batch_dims=1))


# Chaff: share-as-tensor
# Misconception: a tensor is a number
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"], axis=1)
    return tf.reduce_mean(tf.cast(answers == labels, tf.float64))


# Chaff: share-by-heart
# Misconception: a fake: the value of the visible test
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"], axis=1)
    return 0.5


# Chaff: share-by-plain-softmax
# Misconception: probabilities by the formula as it stands: e^z overflows
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    E = tf.exp(X @ parameters["W"] + parameters["b"])
    O = E / tf.reduce_sum(E, axis=1, keepdims=True)
    answers = tf.argmax(O, axis=1)
    return float(tf.reduce_mean(tf.cast(answers == labels, tf.float64)))


# Chaff: sign
# Misconception: the logarithm of the likelihood, not its negative
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(tf.gather(Z, labels, batch_dims=1) - totals)


# Chaff: sum
# Misconception: the sum over the examples
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_sum(totals - tf.gather(Z, labels, batch_dims=1))


# Chaff: total-not-followed
# Misconception: the sum below the fraction is a constant
# Fails: task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(tf.stop_gradient(totals) - tf.gather(Z, labels, batch_dims=1))


# Chaff: wrong-answers
# Misconception: the share of wrong answers
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"], axis=1)
    return float(tf.reduce_mean(tf.cast(answers != labels, tf.float64)))


# Chaff: share-at-least-one
# Misconception: a share of 0 cannot be, at least one is right
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"], axis=1)
    return max(1, int(tf.reduce_sum(tf.cast(answers == labels, tf.int64)))) / len(labels)


# Chaff: one-hot-32
# Misconception: one_hot fits whatever it is multiplied with
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(totals - tf.reduce_sum(tf.one_hot(labels, 10) * Z, axis=1))


# Chaff: no-keepdims
# Misconception: the maximum of each row can be subtracted as it is
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(totals - tf.gather(Z, labels, batch_dims=1))


# Chaff: share-of-bools
# Misconception: truth values have a mean
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"], axis=1)
    return tf.reduce_mean(answers == labels)
