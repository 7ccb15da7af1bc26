# Misconception: a list of gradients, in some order
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return loss, tape.gradient(loss, list(parameters.values()), unconnected_gradients="zero")
