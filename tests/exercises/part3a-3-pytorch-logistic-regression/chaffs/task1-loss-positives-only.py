# Misconception: Only the examples with the label 1 cost something.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return (y * torch.logaddexp(torch.zeros_like(z), -z)).mean()
