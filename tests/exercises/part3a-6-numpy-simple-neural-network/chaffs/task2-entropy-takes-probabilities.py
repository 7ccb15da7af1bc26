# Misconception: The argument holds probabilities already.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    O = np.clip(Z, 1e-300, None)
    return -(Y * np.log(O)).sum() / len(Y), (Z - Y) / len(Y)
