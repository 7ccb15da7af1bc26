# Misconception: Entropy is measured in bits.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log2(P**P).sum(axis=1)
