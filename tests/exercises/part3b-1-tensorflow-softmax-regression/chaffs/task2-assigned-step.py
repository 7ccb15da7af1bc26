# Misconception: assigns the step itself
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        p.assign(-rate * gradients[name])
    return float(loss)
