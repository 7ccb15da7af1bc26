# Misconception: b's gradient is computed with the new W
# Fails: task4-compile-test-steps, task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        for name, p in parameters.items():
            with tf.GradientTape() as tape:
                again = loss_function(parameters, X, labels)
            p.assign_sub(rate * tape.gradient(again, p))
        return loss

    return step
