# Misconception: argmax looks at rows by itself
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"])
    return float(tf.reduce_mean(tf.cast(tf.gather(answers, labels % len(answers)) == labels, tf.float64)))
