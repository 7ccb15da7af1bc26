# Misconception: The loss from logits wants probabilities.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    o = logistic(z)
    return (torch.logaddexp(torch.zeros_like(o), o) - y * o).mean()
