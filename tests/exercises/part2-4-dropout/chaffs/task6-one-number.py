# Misconception: One entropy for all images.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log(P**P).sum()
