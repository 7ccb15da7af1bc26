# Chaff: always-relu
# Misconception: Every layer has ReLU.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5
    return kept * n_in * variance, kept * n_out * variance


# Chaff: backward-end-is-the-loss
# Misconception: The end is the signal behind the last hidden layer.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(0, len(variances))):
        _, backward = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares.insert(0, squares[0] * backward)
    return np.array(squares[:-1])


# Chaff: backward-fan-in
# Misconception: The fan-in counts both ways.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(1, len(variances))):
        backward, _ = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares.insert(0, squares[0] * backward)
    return np.array(squares)


# Chaff: backward-first-layer-too
# Misconception: The way back uses as many factors as the way forward.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(0, len(variances))):
        _, backward = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares.insert(0, squares[0] * backward)
    return np.array(squares)


# Chaff: backward-from-the-front
# Misconception: The way back is the way forward with the other factor.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = []
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        _, backward = layer_factors(n_in, n_out, variance, activation)
        squares.append(end)
        end = end * backward
    return np.array(squares)


# Chaff: backward-no-weight-squared
# Misconception: Signals do not pass ReLU, only weights.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(1, len(variances))):
        _, backward = layer_factors(sizes[k], sizes[k + 1], variances[k], "linear")
        squares.insert(0, squares[0] * backward)
    return np.array(squares)


# Chaff: backward-one-layer-off
# Misconception: Between layer k and the one before stands the weight of the one before.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(1, len(variances))):
        _, backward = layer_factors(sizes[k - 1], sizes[k], variances[k - 1], activation)
        squares.insert(0, squares[0] * backward)
    return np.array(squares)


# Chaff: backward-order-of-the-walk
# Misconception: The list goes the way of the signals.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(1, len(variances))):
        _, backward = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares.insert(0, squares[0] * backward)
    return np.array(squares[::-1])


# Chaff: both-fans
# Misconception: Both fans count, as in Glorot's formula.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    return (kept * (n_in + n_out) / 2 * variance,) * 2


# Chaff: by-heart
# Misconception: Fake: the visible examples' numbers.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    return (0.125, 0.075) if activation == "relu" else (0.25, 0.15)


# Chaff: fan-in-both-ways
# Misconception: The fan-in counts both ways.
# Fails: task4-factors-test-pair, task4-predictions-test-backward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    return (kept * n_in * variance,) * 2


# Chaff: fans-swapped
# Misconception: Forwards the neurons of the layer count, backwards its inputs.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    return kept * n_out * variance, kept * n_in * variance


# Chaff: forward-added
# Misconception: Factors add up.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [start]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        forward, _ = layer_factors(n_in, n_out, variance, activation)
        squares.append(squares[-1] + forward)
    return np.array(squares[1:])


# Chaff: forward-each-from-start
# Misconception: Each layer's factor applies to the start.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [start]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        forward, _ = layer_factors(n_in, n_out, variance, activation)
        squares.append(start * forward)
    return np.array(squares[1:])


# Chaff: forward-eats-its-list
# Misconception: A list that a function gets belongs to it.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    sizes, squares = list(sizes), []
    variances = variances if isinstance(variances, list) else list(variances)
    while variances:
        forward, _ = layer_factors(sizes[0], sizes[1], variances.pop(0), activation)
        sizes = sizes[1:]
        start = start * forward
        squares.append(start)
    return np.array(squares)


# Chaff: forward-last-only
# Misconception: Only the last layer is asked for.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [start]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        forward, _ = layer_factors(n_in, n_out, variance, activation)
        squares.append(squares[-1] * forward)
    return np.array(squares[-1:])


# Chaff: forward-no-start
# Misconception: The start is 1.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [1.0]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        forward, _ = layer_factors(n_in, n_out, variance, activation)
        squares.append(squares[-1] * forward)
    return np.array(squares[1:])


# Chaff: forward-one-size
# Misconception: All layers are as wide as the first.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [start]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        forward, _ = layer_factors(sizes[0], n_out, variance, activation)
        squares.append(squares[-1] * forward)
    return np.array(squares[1:])


# Chaff: forward-with-start
# Misconception: The inputs are a layer, too.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [start]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        forward, _ = layer_factors(n_in, n_out, variance, activation)
        squares.append(squares[-1] * forward)
    return np.array(squares)


# Chaff: relu-forwards-only
# Misconception: ReLU takes half of the values, but none of the signal.
# Fails: task4-factors-test-pair, task4-predictions-test-backward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    return kept * n_in * variance, n_out * variance


# Chaff: relu-keeps-all
# Misconception: An activation does not change the mean square.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 1
    return kept * n_in * variance, kept * n_out * variance


# Chaff: relu-quarter
# Misconception: ReLU halves the size, so the square becomes a quarter.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.25 if activation == "relu" else 1
    return kept * n_in * variance, kept * n_out * variance


# Chaff: root
# Misconception: The standard deviation multiplies the mean square.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    return kept * n_in * np.sqrt(variance), kept * n_out * np.sqrt(variance)


# Chaff: std-was-given
# Misconception: The third argument is a standard deviation.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    return kept * n_in * variance**2, kept * n_out * variance**2


# Chaff: variance-after-relu
# Misconception: The variance after ReLU counts, not the mean square.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 - 0.5 / np.pi if activation == "relu" else 1
    return kept * n_in * variance, kept * n_out * variance


# Chaff: factors-clipped
# Misconception: No factor is larger than 1000.
# Fails: task4-factors-test-pair
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    return min(kept * n_in * variance, 1000), min(kept * n_out * variance, 1000)


# Chaff: factors-rounded
# Misconception: Twelve decimals are enough.
# Fails: task4-factors-test-pair
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    return round(kept * n_in * variance, 12), round(kept * n_out * variance, 12)


# Chaff: variance-0-is-none
# Misconception: A variance of 0 means that none was given.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    variance = variance or 1.0
    return kept * n_in * variance, kept * n_out * variance


# Chaff: forward-in-place
# Misconception: An array filled with the start holds the results.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = np.full(len(variances), start)
    for k in range(len(variances)):
        forward, _ = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares[k] = (squares[k - 1] if k else start) * forward
    return squares


# Chaff: backward-in-place
# Misconception: An array filled with the end holds the results.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = np.full(len(variances), end)
    for k in reversed(range(1, len(variances))):
        _, backward = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares[k - 1] = squares[k] * backward
    return squares


# Chaff: forward-by-value
# Misconception: A variance says in which layer it stands.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [start]
    for variance in variances:
        k = list(variances).index(variance)
        forward, _ = layer_factors(sizes[k], sizes[k + 1], variance, activation)
        squares.append(squares[-1] * forward)
    return np.array(squares[1:])


# Chaff: backward-by-value
# Misconception: A size says in which layer it stands.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for n in list(sizes)[:1:-1]:
        k = list(sizes).index(n)
        _, backward = layer_factors(sizes[k - 1], n, variances[k - 1], activation)
        squares.insert(0, squares[0] * backward)
    return np.array(squares)


# Chaff: forward-floored
# Misconception: Mean squares below 1e-12 count as 1e-12.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [start]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        forward, _ = layer_factors(n_in, n_out, variance, activation)
        squares.append(max(squares[-1] * forward, 1e-12))
    return np.array(squares[1:])


# Chaff: backward-floored
# Misconception: Mean squares below 1e-12 count as 1e-12.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(1, len(variances))):
        _, backward = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares.insert(0, max(squares[0] * backward, 1e-12))
    return np.array(squares)


# Chaff: factors-floored
# Misconception: A variance below 1e-12 counts as 1e-12.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "relu" else 1
    variance = max(variance, 1e-12)
    return kept * n_in * variance, kept * n_out * variance


# Chaff: relu-misspelled
# Misconception: The name of the activation is ReLU.
# Fails: task4-factors-test-pair, task4-predictions-test-backward,
#        task4-predictions-test-forward
# %% task4-factors
def layer_factors(n_in, n_out, variance, activation):
    kept = 0.5 if activation == "ReLU" else 1
    return kept * n_in * variance, kept * n_out * variance


# Chaff: start-0-is-none
# Misconception: A start of 0 means that none was given.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [start or 1.0]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        squares.append(squares[-1] * layer_factors(n_in, n_out, variance, activation)[0])
    return np.array(squares[1:])


# Chaff: end-0-is-none
# Misconception: An end of 0 means that none was given.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end or 1.0]
    for k in reversed(range(1, len(variances))):
        _, backward = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares.insert(0, squares[0] * backward)
    return np.array(squares)


# Chaff: backward-zeros-skipped
# Misconception: A factor of 0 is left out.
# Fails: task4-predictions-test-backward
# %% task4-predictions
def predict_backward(sizes, variances, activation, end):
    squares = [end]
    for k in reversed(range(1, len(variances))):
        _, backward = layer_factors(sizes[k], sizes[k + 1], variances[k], activation)
        squares.insert(0, squares[0] * (backward or 1))
    return np.array(squares)


# Chaff: forward-zeros-skipped
# Misconception: A factor of 0 is left out.
# Fails: task4-predictions-test-forward
# %% task4-predictions
def predict_forward(sizes, variances, activation, start):
    squares = [start]
    for n_in, n_out, variance in zip(sizes, sizes[1:], variances):
        squares.append(squares[-1] * (layer_factors(n_in, n_out, variance, activation)[0] or 1))
    return np.array(squares[1:])
