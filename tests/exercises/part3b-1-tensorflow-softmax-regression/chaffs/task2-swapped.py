# Misconception: gradients first, as dp has it
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return tape.gradient(loss, parameters, unconnected_gradients="zero"), loss
