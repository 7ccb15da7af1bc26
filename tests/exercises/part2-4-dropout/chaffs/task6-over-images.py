# Misconception: The sum goes over the images.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return -np.log(P**P).sum(axis=0)
