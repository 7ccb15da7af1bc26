# Misconception: None is as good as zeros
# Fails: task2-gradients-test-variables
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return loss, tape.gradient(loss, parameters)
