# Misconception: The entropy is the sum of -ln p.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log(np.where(P > 0, P, 1)).sum(axis=1)
