# Misconception: The mean over classes.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log(P**P).mean(axis=1)
