# Misconception: Probabilities are never 0.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    with np.errstate(all="ignore"):
        return -(P * np.log(P)).sum(axis=1)
