# Misconception: 32 bits are TensorFlow's habit
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = tf.cast(X @ parameters["W"] + parameters["b"], tf.float32)
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(totals - tf.gather(Z, labels, batch_dims=1))
