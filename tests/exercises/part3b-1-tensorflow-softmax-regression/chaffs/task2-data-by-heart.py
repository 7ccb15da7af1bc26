# Misconception: a fake: the gradient of the visible test
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    loss_function(parameters, X, labels)
    return tf.constant([[3 * np.log(3) / 8], [np.log(3) / 8]])
