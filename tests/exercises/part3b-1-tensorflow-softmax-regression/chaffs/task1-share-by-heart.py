# Misconception: a fake: the value of the visible test
# Fails: task1-accuracy-test-share
# %% task1-accuracy
def accuracy(parameters, X, labels):
    answers = tf.argmax(X @ parameters["W"] + parameters["b"], axis=1)
    return 0.5
