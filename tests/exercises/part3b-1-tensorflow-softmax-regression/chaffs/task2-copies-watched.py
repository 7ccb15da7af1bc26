# Misconception: copies of the variables are as good as themselves
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    copies = {name: tf.constant(p.numpy()) for name, p in parameters.items()}
    with tf.GradientTape() as tape:
        loss = loss_function(copies, X, labels)
    return loss, tape.gradient(loss, copies, unconnected_gradients="zero")
