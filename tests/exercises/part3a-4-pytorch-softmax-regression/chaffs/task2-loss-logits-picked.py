# Misconception: picks logits instead of logarithms
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    return -Z[torch.arange(len(Z)), labels].mean()
