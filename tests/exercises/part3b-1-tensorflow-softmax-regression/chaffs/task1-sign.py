# Misconception: the logarithm of the likelihood, not its negative
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    Z = X @ parameters["W"] + parameters["b"]
    Z = Z - tf.reduce_max(Z, axis=1, keepdims=True)
    totals = tf.math.log(tf.reduce_sum(tf.exp(Z), axis=1))
    return tf.reduce_mean(tf.gather(Z, labels, batch_dims=1) - totals)
