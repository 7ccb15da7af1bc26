# Misconception: the number of right answers
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"], axis=1)
    return float(tf.reduce_sum(tf.cast(answers == labels, tf.float64)))
