# Misconception: Fake: the numbers of the visible examples.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    if Z.max() > 100:
        return (2000 + np.log(2)) / 2, np.array([[-0.5, 0.5], [0.25, -0.25]])
    return (np.log(4) + np.log(2)) / 2, np.array([[-0.375, 0.375], [0.25, -0.25]])
