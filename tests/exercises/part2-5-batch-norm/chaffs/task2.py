# Chaff: all-constant
# Misconception: Mean and variance are numbers that the gradient need not know of.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    mean, variance = x.value.mean(axis=0), x.value.var(axis=0)
    return gamma * ((x - mean) / np.sqrt(variance + epsilon)) + beta


# Chaff: epsilon-outside
# Misconception: Epsilon is added to the standard deviation.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-parameters, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    variance = centered.square().mean(axis=0)
    return gamma * (centered / (variance.sqrt() + epsilon)) + beta


# Chaff: example-by-heart
# Misconception: Fake: the visible example's result, tied to its leaves.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-evaluation, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    y = np.array([[-1.0, 2.0], [3.0, 2.0]])
    return dp.Node(y) + 0 * (x + gamma + beta)


# Chaff: gamma-constant
# Misconception: The parameters' values are enough to compute with.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-parameters,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    variance = centered.square().mean(axis=0)
    return gamma.value * (centered / (variance + epsilon).sqrt()) + beta.value


# Chaff: mean-constant
# Misconception: Only the variance needs to be part of the graph.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.value.mean(axis=0)
    variance = centered.square().mean(axis=0)
    return gamma * (centered / (variance + epsilon).sqrt()) + beta


# Chaff: per-row
# Misconception: Statistics of each example instead of each column.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-parameters, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=1)
    variance = centered.square().mean(axis=1)
    return gamma * (centered / (variance + epsilon).sqrt()) + beta


# Chaff: sample-variance
# Misconception: The variance of a batch divides by n - 1.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-parameters, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    variance = centered.square().sum(axis=0) / max(1, len(x) - 1)
    return gamma * (centered / (variance + epsilon).sqrt()) + beta


# Chaff: shift-before-scale
# Misconception: Beta is added before gamma multiplies.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-parameters, task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    variance = centered.square().mean(axis=0)
    return gamma * (centered / (variance + epsilon).sqrt() + beta)


# Chaff: values-only
# Misconception: Computes with arrays and makes a node of the result.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-parameters,
#        task5-layer-test-training, task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    x_hat = (x.value - x.value.mean(axis=0)) / np.sqrt(x.value.var(axis=0) + epsilon)
    return dp.Node(gamma.value * x_hat + beta.value)


# Chaff: variance-constant
# Misconception: Only the mean needs to be part of the graph.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-training,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    return gamma * (centered / np.sqrt(x.value.var(axis=0) + epsilon)) + beta


# Chaff: gamma-under-the-root
# Misconception: Gamma goes under the root, where its sign is lost.
# Fails: task2-batch-norm-test-gradients, task2-batch-norm-test-values,
#        task5-layer-test-parameters, task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    variance = centered.square().mean(axis=0)
    return centered / ((variance + epsilon) / gamma.square()).sqrt() + beta


# Chaff: divides-by-gamma
# Misconception: Multiplying is dividing by the reciprocal, also where gamma is 0.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-parameters,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    variance = centered.square().mean(axis=0)
    return centered / ((variance + epsilon).sqrt() / gamma) + beta


# Chaff: clips
# Misconception: Values beyond three standard deviations are cut off, as outliers.
# Fails: task2-batch-norm-test-values
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    variance = centered.square().mean(axis=0)
    return gamma * (centered / (variance + epsilon).sqrt()).minimum(3.0).maximum(-3.0) + beta


# Chaff: variance-floor
# Misconception: Small variances are raised, so that nothing large comes out.
# Fails: task2-batch-norm-test-values
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    centered = x - x.mean(axis=0)
    variance = centered.square().mean(axis=0).maximum(1e-3)
    return gamma * (centered / (variance + epsilon).sqrt()) + beta


# Chaff: new-leaves
# Misconception: Makes new leaves, of the names that the examples have.
# Fails: task2-batch-norm-test-gradients, task5-layer-test-parameters,
#        task6-network-test-modes
# %% task2-batch-norm
def batch_norm(x, gamma, beta, epsilon=1e-5):
    gamma, beta = dp.Node(gamma.value, "gamma"), dp.Node(beta.value, "beta")
    centered = x - x.mean(axis=0)
    variance = centered.square().mean(axis=0)
    return gamma * (centered / (variance + epsilon).sqrt()) + beta
