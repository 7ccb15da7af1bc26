# Misconception: Fake: the visible example's numbers.
# Fails: task6-entropy-test-values
# %% task6-entropy
def predictive_entropy(P):
    return np.array([0.6615632381579821, np.log(2), np.log(2)])[: len(P)]
