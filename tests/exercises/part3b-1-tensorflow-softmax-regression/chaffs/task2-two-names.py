# Misconception: parameters are always W and b
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape(persistent=True) as tape:
        loss = loss_function(parameters, X, labels)
    return loss, {name: tape.gradient(loss, parameters[name], unconnected_gradients="zero")
                  for name in ("W", "b")}
