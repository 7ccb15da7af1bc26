# Misconception: the loss is computed again for the result
# Fails: task2-gradients-test-variables
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return loss_function(parameters, X, labels), tape.gradient(loss, parameters, unconnected_gradients="zero")
