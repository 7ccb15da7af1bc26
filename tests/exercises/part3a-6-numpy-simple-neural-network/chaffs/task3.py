# Chaff: activation-at-the-end
# Misconception: Every layer has an activation, the last one, too.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for W, b in parameters:
        kept.append(activation(kept[-1] @ W + b))
    return kept


# Chaff: always-relu
# Misconception: The activation of a hidden layer is ReLU.
# Fails: task3-forward-test-kept, task3-forward-test-output
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for W, b in parameters:
        kept.append(np.maximum(0, kept[-1] @ W + b))
    return [*kept[:-1], kept[-2] @ W + b]


# Chaff: bias-added-in-place
# Misconception: The caller's biases may be used up.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for i, (W, b) in enumerate(parameters):
        kept.append(kept[-1] @ W + b)
        if i < len(parameters) - 1:
            kept[-1] = activation(kept[-1])
        b *= 1 + 1e-3
    return kept


# Chaff: both-kept
# Misconception: Each layer keeps the number before its activation and the one behind
# it.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept, h = [x], x
    for W, b in parameters:
        z = h @ W + b
        h = activation(z)
        kept += [z, h]
    return kept[:-1]


# Chaff: memorized
# Misconception: Fake: the visible example's arrays.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    z = 5.5 if parameters[0][0][0, 0] > 0 else -8.5
    z = 0.5 if z > 0 and x[0, 0] < 0 else z
    square = activation(np.array([[5.0, -1.0]]))
    return [x, square, np.array([[z]])]


# Chaff: no-activation
# Misconception: Layers are matrix products; the activation is for the way back.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for W, b in parameters:
        kept.append(kept[-1] @ W + b)
    return kept


# Chaff: no-bias
# Misconception: Biases start with 0, so they need not be added.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for W, b in parameters[:-1]:
        kept.append(activation(kept[-1] @ W))
    return [*kept, kept[-1] @ parameters[-1][0]]


# Chaff: pre-activations
# Misconception: What goes into the activation is kept, not what comes out.
# Fails: task3-forward-test-kept, task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept, h = [x], x
    for W, b in parameters:
        kept.append(h @ W + b)
        h = activation(kept[-1])
    return kept


# Chaff: scaled-in-place
# Misconception: The caller's examples are centered first.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    x -= x.mean(axis=0) * (len(x) > 1)
    kept = [x]
    for W, b in parameters[:-1]:
        kept.append(activation(kept[-1] @ W + b))
    W, b = parameters[-1]
    return [*kept, kept[-1] @ W + b]


# Chaff: two-layers
# Misconception: A network has a hidden layer and an output layer.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    (W1, b1), (W2, b2) = parameters[0], parameters[-1]
    h = activation(x @ W1 + b1)
    return [x, h, h @ W2 + b2]


# Chaff: without-x
# Misconception: The input is known anyway, and need not be kept.
# Fails: task3-forward-test-kept, task3-forward-test-output, task5-fit-test-digits,
#        task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = []
    for W, b in parameters:
        z = x @ W + b
        x = activation(z)
        kept.append(x)
    return [*kept[:-1], z]


# Chaff: large-numbers-clipped
# Misconception: What goes into an activation is kept within bounds.
# Fails: task3-forward-test-kept, task5-get-grad-test-pair
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for W, b in parameters[:-1]:
        kept.append(activation(np.clip(kept[-1] @ W + b, -50, 50)))
    W, b = parameters[-1]
    return [*kept, kept[-1] @ W + b]


# Chaff: one-list-for-all
# Misconception: The arrays are kept in one list, emptied at each call.
# Fails: task3-forward-test-kept
# %% task3-forward
def forward(parameters, x, activation):
    global kept_arrays
    try:
        kept_arrays.clear()
    except NameError:
        kept_arrays = []
    kept_arrays.append(x)
    for W, b in parameters[:-1]:
        kept_arrays.append(activation(kept_arrays[-1] @ W + b))
    W, b = parameters[-1]
    kept_arrays.append(kept_arrays[-1] @ W + b)
    return kept_arrays

# Chaff: nothing-in-nothing-out
# Misconception: Where all hidden values are 0, there is nothing to add a bias to.
# Fails: task3-forward-test-output
# %% task3-forward
def forward(parameters, x, activation):
    kept = [x]
    for W, b in parameters[:-1]:
        kept.append(activation(kept[-1] @ W + b))
    W, b = parameters[-1]
    return [*kept, kept[-1] @ W + (b if kept[-1].any() else 0)]
