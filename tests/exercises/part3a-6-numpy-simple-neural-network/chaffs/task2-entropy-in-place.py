# Misconception: The logits may be overwritten by the shifted ones.
# Fails: task2-cross-entropy-test-pair
# %% task2-cross-entropy
def cross_entropy(Z, Y):
    Z -= Z.max(axis=1, keepdims=True)
    log_O = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    return -(Y * log_O).sum() / len(Y), (np.exp(log_O) - Y) / len(Y)
