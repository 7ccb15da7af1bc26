# Misconception: a fake: the value of the visible test
# Fails: task1-log-loss-test-values, task1-log-loss-test-gradient
# %% task1-log-loss
def log_loss(parameters, X, labels):
    return tf.constant(0.8369882167858358)
