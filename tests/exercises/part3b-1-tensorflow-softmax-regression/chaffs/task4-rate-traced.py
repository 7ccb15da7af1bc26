# Misconception: the rate stays a Python number, only sizes are open
# Fails: task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function
    def graph_step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in parameters.items():
            p.assign_sub(rate * gradients[name])
        return loss

    steps = {}

    def step(X, labels, rate):
        if rate not in steps:
            steps[rate] = tf.function(
                lambda X, labels: graph_step.python_function(X, labels, rate),
                input_signature=[tf.TensorSpec((None, None), tf.float64),
                                 tf.TensorSpec((None,), tf.int64)])
        return steps[rate](X, labels)

    return step
