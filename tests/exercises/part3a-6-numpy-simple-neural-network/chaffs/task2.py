# Chaff: entropy-a-little-added
# Misconception: A small number inside the logarithm keeps it finite.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    O = np.exp(Z - Z.max(axis=1, keepdims=True))
    O /= O.sum(axis=1, keepdims=True)
    return -(Y * np.log(O + 1e-9)).sum() / len(Y), (O - Y) / len(Y)


# Chaff: entropy-memorized
# Misconception: Fake: the numbers of the visible examples.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    if Z.max() > 100:
        return (2000 + np.log(2)) / 2, np.array([[-0.5, 0.5], [0.25, -0.25]])
    return (np.log(4) + np.log(2)) / 2, np.array([[-0.375, 0.375], [0.25, -0.25]])


# Chaff: entropy-columns
# Misconception: Softmax goes down the columns.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max(axis=0, keepdims=True)
    log_O = shifted - np.log(np.exp(shifted).sum(axis=0, keepdims=True))
    O = np.exp(log_O)
    return -(Y * log_O).sum() / len(Y), (O - Y) / len(Y)


# Chaff: entropy-in-place
# Misconception: The logits may be overwritten by the shifted ones.
# Fails: task2-cross-entropy-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    Z -= Z.max(axis=1, keepdims=True)
    log_O = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -(Y * log_O).sum() / len(Y), (np.exp(log_O) - Y) / len(Y)


# Chaff: entropy-log-of-softmax
# Misconception: A shifted softmax is safe, so its logarithm is, too.
# Fails: task2-cross-entropy-test-large, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    O = np.exp(Z - Z.max(axis=1, keepdims=True))
    O /= O.sum(axis=1, keepdims=True)
    return -(Y * np.log(O)).sum() / len(Y), (O - Y) / len(Y)


# Chaff: entropy-mean-of-elements
# Misconception: The mean goes over all elements.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_O = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    O = np.exp(log_O)
    return -(Y * log_O).mean(), (O - Y) / Y.size


# Chaff: entropy-no-minus
# Misconception: The logarithm of the probability is the loss.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_O = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    O = np.exp(log_O)
    return (Y * log_O).sum() / len(Y), (O - Y) / len(Y)


# Chaff: entropy-no-shift
# Misconception: The logarithm of the sum needs no shift.
# Fails: task2-cross-entropy-test-large, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    log_O = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -(Y * log_O).sum() / len(Y), (np.exp(log_O) - Y) / len(Y)


# Chaff: entropy-one-shift
# Misconception: One shift by the largest of all logits is enough.
# Fails: task2-cross-entropy-test-large, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max()
    log_O = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    return -(Y * log_O).sum() / len(Y), (np.exp(log_O) - Y) / len(Y)


# Chaff: entropy-sign
# Misconception: The signal is what is missing, Y - O.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_O = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    O = np.exp(log_O)
    return -(Y * log_O).sum() / len(Y), (Y - O) / len(Y)


# Chaff: entropy-signal-for-O
# Misconception: The signal is the derivative for the probabilities.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_O = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    O = np.exp(log_O)
    return -(Y * log_O).sum() / len(Y), -Y / O / len(Y)


# Chaff: entropy-signal-not-averaged
# Misconception: The mean concerns the loss, not the signal.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_O = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    O = np.exp(log_O)
    return -(Y * log_O).sum() / len(Y), O - Y


# Chaff: entropy-sum
# Misconception: The losses of the examples are summed up, as in the paper.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_O = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    O = np.exp(log_O)
    return -(Y * log_O).sum(), O - Y


# Chaff: entropy-takes-probabilities
# Misconception: The argument holds probabilities already.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    O = np.clip(Z, 1e-300, None)
    return -(Y * np.log(O)).sum() / len(Y), (Z - Y) / len(Y)


# Chaff: squared-memorized
# Misconception: Fake: the visible example's numbers.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return 3.25, np.array([[0.0, 1.0], [1.5, 0.0]])


# Chaff: squared-half-in-loss-only
# Misconception: The half stands in the loss and the square's 2 in the signal.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).sum() / len(Y) / 2, 2 * (O - Y) / len(Y)


# Chaff: squared-in-place
# Misconception: The difference may overwrite the outputs.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    O -= Y
    return (O**2).sum() / len(Y) / 2, O / len(Y)


# Chaff: squared-mean-of-elements
# Misconception: The mean goes over all elements, as in PyTorch's mse_loss.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).mean() / 2, (O - Y) / O.size


# Chaff: squared-no-half
# Misconception: The squared error has no half, so its signal has a 2.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).sum() / len(Y), 2 * (O - Y) / len(Y)


# Chaff: squared-per-example
# Misconception: The loss has one number for each example.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).sum(axis=1) / 2, (O - Y) / len(Y)


# Chaff: squared-sign
# Misconception: The signal is what is missing, Y - O.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).sum() / len(Y) / 2, (Y - O) / len(Y)


# Chaff: squared-signal-not-averaged
# Misconception: The mean concerns the loss, not the signal.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    return ((O - Y) ** 2).sum() / len(Y) / 2, O - Y


# Chaff: squared-clipped
# Misconception: Large errors are clipped, as outliers.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    d = np.clip(O - Y, -10, 10)
    return (d**2).sum() / 2 / len(O), d / len(O)


# Chaff: squared-signal-clipped
# Misconception: Signals are clipped, so that nothing explodes.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    d = O - Y
    return (d**2).sum() / 2 / len(O), np.clip(d / len(O), -5, 5)


# Chaff: squared-one-buffer
# Misconception: One array for all signals saves memory.
# Fails: task2-squared-error-test-pair
# %% task2-squared-error
def squared_error(O, Y):
    global buffer
    buffer = globals().get('buffer')
    if buffer is None or buffer.shape != O.shape:
        buffer = np.empty(O.shape)
    np.subtract(O, Y, out=buffer)
    buffer /= len(O)
    return (buffer**2).sum() / 2 * len(O), buffer
