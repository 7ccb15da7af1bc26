# Misconception: the loss function is known anyway
# Fails: task4-compile-test-steps, task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = built_in_loss(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in parameters.items():
            p.assign_sub(rate * gradients[name])
        return loss

    return step
