# Misconception: Probabilities are clipped, so that the logarithm is finite.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    o = torch.sigmoid(z).clamp(1e-7, 1 - 1e-7)
    return -(y * torch.log(o) + (1 - y) * torch.log(1 - o)).mean()
