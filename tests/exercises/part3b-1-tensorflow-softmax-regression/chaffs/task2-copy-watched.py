# Misconception: watches a copy of X that nobody uses
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        copy = tf.identity(X)
        tape.watch(copy)
        loss = loss_function(parameters, X, labels)
    return tape.gradient(loss, copy)
