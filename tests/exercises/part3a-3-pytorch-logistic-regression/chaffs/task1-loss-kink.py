# Misconception: max(0, z) + ln(1 + e^-|z|) is the same at 0, kinks included.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    return (torch.relu(z) - y * z + torch.log1p(torch.exp(-z.abs()))).mean()
