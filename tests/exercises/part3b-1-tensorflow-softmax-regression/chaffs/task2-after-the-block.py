# Misconception: the tape need not hear the loss
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        pass
    loss = loss_function(parameters, X, labels)
    return loss, tape.gradient(loss, parameters, unconnected_gradients="zero")
