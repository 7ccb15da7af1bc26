# Misconception: What was divided out need not come back.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    m = torch.relu(z)
    return (torch.log(torch.exp(-m) + torch.exp(z - m)) - y * z).mean()
