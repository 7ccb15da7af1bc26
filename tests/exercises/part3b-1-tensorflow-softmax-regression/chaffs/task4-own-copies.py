# Misconception: trains copies of the variables and writes them back
# Fails: task4-compile-test-steps
# %% task4-compile
def compile_step(loss_function, parameters):
    own = {name: tf.Variable(p) for name, p in parameters.items()}

    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(own, X, labels)
        gradients = tape.gradient(loss, own)
        for name, p in parameters.items():
            own[name].assign_sub(rate * gradients[name])
            p.assign(own[name])
        return loss

    return step
