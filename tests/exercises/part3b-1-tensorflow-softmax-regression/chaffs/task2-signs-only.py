# Misconception: only the sign matters for an attack
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        tape.watch(X)
        loss = loss_function(parameters, X, labels)
    return tf.sign(tape.gradient(loss, X))
