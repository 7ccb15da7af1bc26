# Misconception: the number 0 for a variable without gradient
# Fails: task2-gradients-test-variables
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    slopes = tape.gradient(loss, parameters)
    return loss, {k: tf.constant(0.0) if g is None else g for k, g in slopes.items()}
