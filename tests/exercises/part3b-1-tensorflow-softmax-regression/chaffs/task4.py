# Chaff: bare-decorator
# Misconception: tf.function alone is enough
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

    return step


# Chaff: calls-counted
# Misconception: each call is a tracing
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    for arguments in calls:
        function(*arguments)
    return len(calls)


# Chaff: compiled-each-time
# Misconception: compiles anew for each call
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    traces = 0
    for arguments in calls:
        compiled = tf.function(function)
        compiled(*arguments)
        traces += compiled.experimental_get_tracing_count()
    return traces


# Chaff: compiled-in-each-call
# Misconception: compiles anew in each call
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

    return lambda *arguments: tf.function(step)(*arguments)


# Chaff: compiled-once-for-all
# Misconception: a function is compiled once and kept for the next count
# Fails: task4-count-test-traces
# %% task4-count
COMPILED = {}
def count_traces(function, calls):
    if function not in COMPILED:
        COMPILED[function] = tf.function(function)
    compiled = COMPILED[function]
    for arguments in calls:
        compiled(*arguments)
    return compiled.experimental_get_tracing_count()


# Chaff: counter-as-tensor
# Misconception: the counter is a tensor of the graph
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    count = tf.Variable(0)

    @tf.function
    def noted(*arguments):
        count.assign_add(1)
        return function(*arguments)

    for arguments in calls:
        noted(*arguments)
    return int(count)


# Chaff: eager
# Misconception: counts, but does not compile
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    count = 0
    for arguments in calls:
        function(*arguments)
        count += 1
    return count


# Chaff: fixed-batch-size
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


# Chaff: half-updated
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


# Chaff: loss-after-the-step
# Misconception: returns the loss after the step, and traces it twice
# Fails: task4-compile-test-steps, task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in parameters.items():
            p.assign_sub(rate * gradients[name])
        return loss_function(parameters, X, labels)

    return step


# Chaff: never-forgets
# Misconception: counts on from the last time
# Fails: task4-count-test-traces
# %% task4-count
seen_traces = []


def count_traces(function, calls):
    @tf.function
    def noted(*arguments):
        seen_traces.append(arguments)
        return function(*arguments)

    for arguments in calls:
        noted(*arguments)
    return len(seen_traces)


# Chaff: newest-parameters
# Misconception: a global name holds the parameters: the newest step's
# Fails: task4-compile-test-steps
# %% task4-compile
def compile_step(loss_function, parameters):
    global P_NOW
    P_NOW = parameters
    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(P_NOW, X, labels)
        gradients = tape.gradient(loss, P_NOW)
        for name, p in P_NOW.items():
            p.assign_sub(rate * gradients[name])
        return loss
    return step


# Chaff: no-loss
# Misconception: the step returns nothing
# Fails: task4-compile-test-steps, task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in parameters.items():
            p.assign_sub(rate * gradients[name])

    return step


# Chaff: not-compiled
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


# Chaff: numbers-as-tensors
# Misconception: Python numbers become tensors
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    compiled = tf.function(function)
    for arguments in calls:
        compiled(*map(tf.constant, arguments))
    return compiled.experimental_get_tracing_count()


# Chaff: once
# Misconception: a compiled function is traced once
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    compiled = tf.function(function)
    for arguments in calls:
        compiled(*arguments)
    return 1


# Chaff: one-parameter
# Misconception: only W is trained
# Fails: task4-compile-test-steps, task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in [('W', parameters['W'])]:
            p.assign_sub(rate * gradients[name])
        return loss

    return step


# Chaff: own-copies
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


# Chaff: own-loss
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


# Chaff: rate-fixed
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


# Chaff: rate-traced
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


# Chaff: reduced-retracing
# Misconception: reduce_retracing is the same as a signature
# Fails: task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function(reduce_retracing=True)
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in parameters.items():
            p.assign_sub(rate * gradients[name])
        return loss

    return step


# Chaff: relaxed
# Misconception: lets TensorFlow generalize shapes
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    compiled = tf.function(function, reduce_retracing=True)
    for arguments in calls:
        compiled(*arguments)
    return compiled.experimental_get_tracing_count()


# Chaff: shapes-only
# Misconception: guesses from the shapes, without TensorFlow
# Fails: task4-count-test-traces
# %% task4-count
def count_traces(function, calls):
    return len({tuple(np.shape(x) for x in arguments) for arguments in calls})


# Chaff: two-keys-trained
# Misconception: parameters are always W and b
# Fails: task4-compile-test-steps
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        W, b = parameters["W"], parameters["b"]
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gW, gb = tape.gradient(loss, [W, b])
        W.assign_sub(rate * gW)
        b.assign_sub(rate * gb)
        return loss
    return step


# Chaff: uphill
# Misconception: adds the gradient
# Fails: task4-compile-test-steps, task4-compile-test-traced-once
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64),
                                  tf.TensorSpec((None,), tf.int64),
                                  tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        gradients = tape.gradient(loss, parameters)
        for name, p in parameters.items():
            p.assign_add(rate * gradients[name])
        return loss

    return step


# Chaff: values-frozen
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


# Chaff: compile-clipped
# Misconception: large gradients are cut off
# Fails: task4-compile-test-steps
# %% task4-compile
def compile_step(loss_function, parameters):
    @tf.function(input_signature=[tf.TensorSpec((None, None), tf.float64), tf.TensorSpec((None,), tf.int64), tf.TensorSpec((), tf.float64)])
    def step(X, labels, rate):
        with tf.GradientTape() as tape:
            loss = loss_function(parameters, X, labels)
        g = tape.gradient(loss, parameters)
        for n, p in parameters.items():
            p.assign_sub(rate * tf.clip_by_value(g[n], -5.0, 5.0))
        return loss
    return step
