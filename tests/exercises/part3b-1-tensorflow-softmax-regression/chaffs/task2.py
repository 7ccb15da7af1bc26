# Chaff: after-the-block
# Misconception: the tape need not hear the loss
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        pass
    loss = loss_function(parameters, X, labels)
    return loss, tape.gradient(loss, parameters, unconnected_gradients="zero")


# Chaff: assigned-step
# Misconception: assigns the step itself
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        p.assign(-rate * gradients[name])
    return float(loss)


# Chaff: called-twice
# Misconception: the loss is computed again for the result
# Fails: task2-gradients-test-variables
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return loss_function(parameters, X, labels), tape.gradient(loss, parameters, unconnected_gradients="zero")


# Chaff: clipped
# Misconception: gradients are clipped, as in other trainings
# Fails: task2-gradients-test-variables, task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    g = tape.gradient(loss, parameters, unconnected_gradients="zero")
    return loss, {k: tf.clip_by_norm(v, 100.0) for k, v in g.items()}


# Chaff: copies-watched
# Misconception: copies of the variables are as good as themselves
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    copies = {name: tf.constant(p.numpy()) for name, p in parameters.items()}
    with tf.GradientTape() as tape:
        loss = loss_function(copies, X, labels)
    return loss, tape.gradient(loss, copies, unconnected_gradients="zero")


# Chaff: copy-watched
# Misconception: watches a copy of X that nobody uses
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        copy = tf.identity(X)
        tape.watch(copy)
        loss = loss_function(parameters, X, labels)
    return tape.gradient(loss, copy)


# Chaff: data-by-heart
# Misconception: a fake: the gradient of the visible test
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    loss_function(parameters, X, labels)
    return tf.constant([[3 * np.log(3) / 8], [np.log(3) / 8]])


# Chaff: each-own-loss
# Misconception: each example's own loss, without 1/n
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        tape.watch(X)
        loss = loss_function(parameters, X, labels)
    return tape.gradient(len(X) * loss, X)


# Chaff: gradients-only
# Misconception: the gradients are enough
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return tape.gradient(loss, parameters, unconnected_gradients="zero")


# Chaff: half-updated
# Misconception: later gradients see what has changed already
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        p.assign_sub(rate * loss_and_gradients(
            loss_function, parameters, X, labels)[1][name])
    return float(loss)


# Chaff: list
# Misconception: a list of gradients, in some order
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return loss, tape.gradient(loss, list(parameters.values()), unconnected_gradients="zero")


# Chaff: loss-after-the-step
# Misconception: the loss after the step
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        p.assign_sub(rate * gradients[name])
    return float(loss_function(parameters, X, labels))


# Chaff: loss-as-tensor
# Misconception: a tensor is a number
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        p.assign_sub(rate * gradients[name])
    return loss


# Chaff: model-by-hand
# Misconception: the model's formula, whatever the loss function says
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    loss = loss_function(parameters, X, labels)
    p = {name: variable.numpy() for name, variable in parameters.items()}
    slopes = slopes_by_hand(p, X.numpy(), labels.numpy())
    return loss, {name: tf.constant(slopes[name]) for name in p}


# Chaff: name-only
# Misconception: p = p - ... changes the variable
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        p = p - rate * gradients[name]
    return float(loss)


# Chaff: new-variables
# Misconception: puts new variables into the dictionary
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        parameters[name] = tf.Variable(p - rate * gradients[name])
    return float(loss)


# Chaff: no-rate
# Misconception: the rate is forgotten
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        p.assign_sub(gradients[name])
    return float(loss)


# Chaff: no-zeros-in-a-step
# Misconception: a tape of its own, whose None meets a variable without effect
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    gradients = tape.gradient(loss, parameters)
    for name, p in parameters.items():
        p.assign_sub(rate * gradients[name])
    return float(loss)


# Chaff: none-left
# Misconception: None is as good as zeros
# Fails: task2-gradients-test-variables, task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return loss, tape.gradient(loss, parameters)


# Chaff: not-watched
# Misconception: a tape watches constants, too
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return tape.gradient(loss, X)


# Chaff: one-dictionary
# Misconception: one dictionary for all calls is handed out
# Fails: task2-gradients-test-variables
# %% task2-gradients
GRADS = {}
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    GRADS.clear()
    GRADS.update(tape.gradient(loss, parameters, unconnected_gradients="zero"))
    return loss, GRADS


# Chaff: one-tape-used-twice
# Misconception: a tape can be asked as often as one likes
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return loss, {name: tape.gradient(loss, p, unconnected_gradients="zero")
                  for name, p in parameters.items()}


# Chaff: signs-only
# Misconception: only the sign matters for an attack
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        tape.watch(X)
        loss = loss_function(parameters, X, labels)
    return tf.sign(tape.gradient(loss, X))


# Chaff: swapped
# Misconception: gradients first, as dp has it
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return tape.gradient(loss, parameters, unconnected_gradients="zero"), loss


# Chaff: tensors-in-place-of-variables
# Misconception: puts new tensors into the dictionary
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        parameters[name] = p - rate * gradients[name]
    return float(loss)


# Chaff: two-names
# Misconception: parameters are always W and b
# Fails: task2-gradients-test-variables,
#        task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape(persistent=True) as tape:
        loss = loss_function(parameters, X, labels)
    return loss, {name: tape.gradient(loss, parameters[name], unconnected_gradients="zero")
                  for name in ("W", "b")}


# Chaff: unused-left-out
# Misconception: a variable without gradient has no key
# Fails: task2-gradients-test-variables, task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    slopes = tape.gradient(loss, parameters)
    return loss, {k: g for k, g in slopes.items() if g is not None}


# Chaff: uphill
# Misconception: adds the gradient
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, gradients = loss_and_gradients(loss_function, parameters, X, labels)
    for name, p in parameters.items():
        p.assign_add(rate * gradients[name])
    return float(loss)


# Chaff: watched-too-late
# Misconception: watching is possible after the computation
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
        tape.watch(X)
    return tape.gradient(loss, X)


# Chaff: zero-as-number
# Misconception: the number 0 for a variable without gradient
# Fails: task2-gradients-test-variables, task2-step-test-update
# %% task2-gradients
def loss_and_gradients(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    slopes = tape.gradient(loss, parameters)
    return loss, {k: tf.constant(0.0) if g is None else g for k, g in slopes.items()}


# Chaff: zeros-for-data
# Misconception: unconnected gradients are zeros, so watch is not needed
# Fails: task2-input-gradient-test-data
# %% task2-input-gradient
def input_gradient(loss_function, parameters, X, labels):
    with tf.GradientTape() as tape:
        loss = loss_function(parameters, X, labels)
    return tape.gradient(loss, X, unconnected_gradients="zero")


# Chaff: step-zero-rate
# Misconception: a rate of 0 means that none is given
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, g = loss_and_gradients(loss_function, parameters, X, labels)
    for k, p in parameters.items():
        p.assign_sub((rate or 0.1) * g[k])
    return float(loss)


# Chaff: step-gradients-clipped
# Misconception: gradients beyond 1000 are cut off
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, g = loss_and_gradients(loss_function, parameters, X, labels)
    for k, p in parameters.items():
        p.assign_sub(rate * tf.clip_by_value(g[k], -1000.0, 1000.0))
    return float(loss)


# Chaff: step-until-zero
# Misconception: with a small loss there is nothing left to do
# Fails: task2-step-test-update
# %% task2-step
def sgd_step(loss_function, parameters, X, labels, rate):
    loss, g = loss_and_gradients(loss_function, parameters, X, labels)
    if loss > 1e-2:
        for k, p in parameters.items():
            p.assign_sub(rate * g[k])
    return float(loss)


# Chaff: step-momentum
# Misconception: steps gather speed
# Fails: task2-step-test-update
# %% task2-step
SPEED = {}


def sgd_step(loss_function, parameters, X, labels, rate):
    loss, g = loss_and_gradients(loss_function, parameters, X, labels)
    for k, p in parameters.items():
        v = SPEED.get(p.ref())
        v = g[k] if v is None else 0.5 * v + g[k]
        SPEED[p.ref()] = v
        p.assign_sub(rate * v)
    return float(loss)
