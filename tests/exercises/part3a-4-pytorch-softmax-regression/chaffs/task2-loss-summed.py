# Misconception: the sum over the examples
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return -log_softmax(Z)[torch.arange(len(Z)), labels].sum()
