# Misconception: the step stays eager
# Fails: task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in parameters.items():
            p.assign_sub(rate * gradients[name])
        return loss

    return step
