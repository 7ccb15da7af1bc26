# Misconception: A loss starts from the probability.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    o = torch.sigmoid(z)
    return -(y * torch.log(o) + (1 - y) * torch.log(1 - o)).mean()
