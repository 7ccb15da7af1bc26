# Misconception: the rate of the first call is kept
# Fails: task4-compile-test-steps, task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    rates = []

    @tf.function
    def step(X, labels):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in parameters.items():
            p.assign_sub(rates[0] * gradients[name])
        return loss

    def first_rate(X, labels, rate):
        rates.append(rate)
        return step(X, labels)

    return first_rate
