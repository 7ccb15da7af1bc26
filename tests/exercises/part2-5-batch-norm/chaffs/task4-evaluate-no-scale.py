# Misconception: Gamma and beta are for training only.
# Fails: task4-evaluate-test-values, task5-layer-test-parameters,
#        task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return (x - mean) / np.sqrt(variance + epsilon) + 0 * (gamma + beta)
