# Misconception: a variable without gradient has no key
# Fails: task2-gradients-test-variables
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    slopes = tape.gradient(loss, parameters)
    return loss, {k: g for k, g in slopes.items() if g is not None}
