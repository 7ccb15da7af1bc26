# Misconception: Corrects the running variance once more by n / (n - 1).
# Fails: task4-evaluate-test-values, task5-layer-test-evaluation,
#        task5-layer-test-parameters, task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    n = max(2, len(x))
    return gamma * ((x - mean) / np.sqrt(variance * n / (n - 1) + epsilon)) + beta
