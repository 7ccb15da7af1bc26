# Misconception: The cross-entropy is the mean logarithm itself.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return (y * z - torch.logaddexp(torch.zeros_like(z), z)).mean()
