# Misconception: Evaluation standardises with the batch, too.
# Fails: task4-evaluate-test-values, task5-layer-test-evaluation,
#        task6-network-test-modes
# %% task4-evaluate
def evaluate_norm(x, gamma, beta, mean, variance, epsilon=1e-5):
    return batch_norm(x, gamma, beta, epsilon)
