# Misconception: The loss of several examples is their sum.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return (torch.logaddexp(torch.zeros_like(z), z) - y * z).sum()
