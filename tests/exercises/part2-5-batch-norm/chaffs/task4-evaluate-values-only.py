# Misconception: No gradient is needed in evaluation.
# Fails: task4-evaluate-test-values, task5-layer-test-evaluation,
#        task5-layer-test-parameters, task5-layer-test-training
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    root = np.sqrt(variance + epsilon)
    return dp.Node(gamma.value * ((x.value - mean) / root) + beta.value)
