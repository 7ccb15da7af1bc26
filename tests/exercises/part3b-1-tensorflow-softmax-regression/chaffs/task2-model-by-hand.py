# Misconception: the model's formula, whatever the loss function says
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    loss = loss_function(parameters, X, labels)
    p = {name: variable.numpy() for name, variable in parameters.items()}
    slopes = slopes_by_hand(p, X.numpy(), labels.numpy())
    return loss, {name: tf.constant(slopes[name]) for name in p}
