# Misconception: each example's own loss, without 1/n
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        tape.watch(X)
        loss = loss_function(parameters, X, labels)
    return tape.gradient(len(X) * loss, X)
