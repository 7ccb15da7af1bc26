# Misconception: The running variance divides as it is.
# Fails: task4-evaluate-test-values, task5-layer-test-evaluation,
#        task5-layer-test-parameters, task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return gamma * ((x - mean) / (variance + epsilon)) + beta
