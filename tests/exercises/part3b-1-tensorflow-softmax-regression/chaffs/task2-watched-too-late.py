# Misconception: watching is possible after the computation
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
        tape.watch(X)
    return tape.gradient(loss, X)
