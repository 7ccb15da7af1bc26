# Chaff: a-column
# Misconception: The entropies are a column.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log(P**P).sum(axis=1, keepdims=True)


# Chaff: a-little-more
# Misconception: A small number in the logarithm does no harm.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -(P * np.log(P + 1e-6)).sum(axis=1)


# Chaff: a-tiny-number-more
# Misconception: A very small number in the logarithm does no harm.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -(P * np.log(P + 1e-15)).sum(axis=1)


# Chaff: binary-logarithm
# Misconception: Entropy is measured in bits.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log2(P**P).sum(axis=1)


# Chaff: cut-off
# Misconception: Probabilities of 0 are replaced by small numbers.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode, net.training = net.training, True
    ps = [np.clip(net.forward(x).softmax().value, 1e-11, 1) for _ in range(passes)]
    net.training = mode
    return np.mean(ps, axis=0), np.std(ps, axis=0)


# Chaff: cut-off-at-1e-15
# Misconception: Probabilities of 0 are replaced by a very small number.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    P = np.clip(P, 1e-15, 1)
    return -(P * np.log(P)).sum(axis=1)


# Chaff: deviation-never-0
# Misconception: A deviation must not become 0, so it has a least value.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode, net.training = net.training, True
    ps = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.mean(ps, axis=0), np.maximum(np.std(ps, axis=0), 1e-11)


# Chaff: entropy-by-heart
# Misconception: Fake: the visible example's numbers.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return np.array([0.6615632381579821, np.log(2), np.log(2)])[: len(P)]


# Chaff: error-of-the-mean
# Misconception: S is the standard error of the mean.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.mean(all_P, axis=0), np.std(all_P, axis=0) / passes**0.5


# Chaff: evaluation-mode
# Misconception: Predictions are made in evaluation mode.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = False
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.mean(all_P, axis=0), np.std(all_P, axis=0)


# Chaff: left-in-evaluation-mode
# Misconception: Afterwards a network is always in evaluation mode.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = False
    return np.mean(all_P, axis=0), np.std(all_P, axis=0)


# Chaff: left-in-training-mode
# Misconception: The mode afterwards does not matter.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    return np.mean(all_P, axis=0), np.std(all_P, axis=0)


# Chaff: mean
# Misconception: The mean over classes.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log(P**P).mean(axis=1)


# Chaff: nan-for-zero
# Misconception: Probabilities are never 0.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    with np.errstate(all="ignore"):
        return -(P * np.log(P)).sum(axis=1)


# Chaff: no-minus
# Misconception: The entropy is the sum of p ln p.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return np.log(P**P).sum(axis=1)


# Chaff: no-softmax
# Misconception: forward gives probabilities.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).value for _ in range(passes)]
    net.training = mode
    return np.mean(all_P, axis=0), np.std(all_P, axis=0)


# Chaff: one-less-the-maximum
# Misconception: Uncertainty is 1 less the largest probability.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return 1 - P.max(axis=1)


# Chaff: one-number
# Misconception: One entropy for all images.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log(P**P).sum()


# Chaff: one-pass-more
# Misconception: A first pass is made to warm up.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    net.forward(x)
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.mean(all_P, axis=0), np.std(all_P, axis=0)


# Chaff: one-pass-repeated
# Misconception: One pass is computed, and copied.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value] * passes
    net.training = mode
    return np.mean(all_P, axis=0), np.std(all_P, axis=0)


# Chaff: over-examples
# Misconception: Mean and deviation are taken over the examples.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.mean(all_P, axis=1), np.std(all_P, axis=1)


# Chaff: over-images
# Misconception: The sum goes over the images.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log(P**P).sum(axis=0)


# Chaff: passes-by-heart
# Misconception: Fake: the visible example's numbers.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.array([[0.625, 0.375]]), np.array([[0.125, 0.125]])


# Chaff: passes-less-one
# Misconception: The sum of squares is divided by T - 1.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.mean(all_P, axis=0), np.std(all_P, axis=0, ddof=1 if passes > 1 else 0)


# Chaff: small-left-out
# Misconception: What is nearly 0 counts as 0.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -(P * np.log(np.where(P > 1e-8, P, 1.0))).sum(axis=1)


# Chaff: softmax-of-the-mean
# Misconception: The mean of the logits has the same softmax.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode, net.training = net.training, True
    logits = [net.forward(x).value for _ in range(passes)]
    net.training = mode
    P = [dp.Node(one).softmax().value for one in logits]
    return dp.Node(np.mean(logits, axis=0)).softmax().value, np.std(P, axis=0)


# Chaff: softmax-overflows
# Misconception: Logits are never large.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode, net.training = net.training, True
    ps = []
    for _ in range(passes):
        e = np.exp(net.forward(x).value)
        ps.append(e / e.sum(axis=1, keepdims=True))
    net.training = mode
    return np.mean(ps, axis=0), np.std(ps, axis=0)


# Chaff: softmax-per-class
# Misconception: softmax goes over the columns.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax(axis=0).value for _ in range(passes)]
    net.training = mode
    return np.mean(all_P, axis=0), np.std(all_P, axis=0)


# Chaff: variance
# Misconception: S is the variance.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.mean(all_P, axis=0), np.var(all_P, axis=0)


# Chaff: without-probabilities
# Misconception: The entropy is the sum of -ln p.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log(np.where(P > 0, P, 1)).sum(axis=1)


# Chaff: zeros-replaced
# Misconception: The zeros in P may be overwritten.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    P[P == 0] = 1
    return -(P * np.log(P)).sum(axis=1)
