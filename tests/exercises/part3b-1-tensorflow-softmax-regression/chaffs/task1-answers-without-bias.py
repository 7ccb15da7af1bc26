# Misconception: b does not change the order
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"], axis=1)
    return float(tf.reduce_mean(tf.cast(answers == labels, tf.float64)))
