# Misconception: A loss is a number.
# Fails: task1-cross-entropy-test-loss
# %% task1-cross-entropy
def cross_entropy_from_logits(z, y):
    z, y = z.detach().numpy(), y.numpy()
    return torch.tensor((np.logaddexp(0, z) - y * z).mean())
