# Misconception: reads the variables once, as constants
# Fails: task4-compile-test-steps, task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    frozen = {name: tf.constant(p.numpy()) for name, p in parameters.items()}

    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            tape.watch(frozen)
            loss = loss_function(frozen, X, labels)
        gradients = tape.gradient(loss, frozen)
        for name, p in parameters.items():
            p.assign_sub(rate * gradients[name])
        return loss

    return step
