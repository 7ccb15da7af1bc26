# Misconception: A small number in the logarithm does no harm.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -(P * np.log(P + 1e-6)).sum(axis=1)
