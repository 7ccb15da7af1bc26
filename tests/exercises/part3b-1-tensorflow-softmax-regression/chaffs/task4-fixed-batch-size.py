# Misconception: the signature names the first batch's size
# Fails: task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in parameters.items():
            p.assign_sub(rate * gradients[name])
        return loss

    fixed = []

    def first_size(X, labels, rate):
        fixed.append(len(X))
        return step(X[:fixed[0]], labels[:fixed[0]], tf.constant(rate, tf.float64))

    return first_size
