# Misconception: unconnected gradients are zeros, so watch is not needed
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return tape.gradient(loss, X, unconnected_gradients="zero")
