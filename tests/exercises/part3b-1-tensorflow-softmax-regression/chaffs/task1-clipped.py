# Misconception: softmax, kept away from 0
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    O = tf.nn.softmax(X @ parameters["W"] + parameters["b"])
    O = tf.clip_by_value(O, 1e-12, 1.0)
    return -tf.reduce_mean(tf.math.log(tf.gather(O, labels, batch_dims=1)))
