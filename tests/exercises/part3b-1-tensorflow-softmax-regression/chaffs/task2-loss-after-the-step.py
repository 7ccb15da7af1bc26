# Misconception: the loss after the step
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        p.assign_sub(rate * gradients[name])
    return float(loss_function(parameters, X, labels))
