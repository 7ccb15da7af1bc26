# Misconception: a tape can be asked as often as one likes
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return loss, {name: tape.gradient(loss, p, unconnected_gradients="zero")
                  for name, p in parameters.items()}
