# Misconception: The mean goes over all elements.
# Fails: task2-cross-entropy-test-large, task2-cross-entropy-test-pair,
#        task5-fit-test-digits, task5-get-grad-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    shifted = Z - Z.max(axis=1, keepdims=True)
    log_O = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    O = np.exp(log_O)
    return -(Y * log_O).mean(), (O - Y) / Y.size
