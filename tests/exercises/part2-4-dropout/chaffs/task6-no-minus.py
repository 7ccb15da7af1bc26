# Misconception: The entropy is the sum of p ln p.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return np.log(P**P).sum(axis=1)
