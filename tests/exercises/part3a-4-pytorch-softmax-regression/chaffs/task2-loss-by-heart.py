# Misconception: a fake: value and gradient of the visible test
# Fails: task2-cross-entropy-test-loss
# %% task2-cross-entropy
def cross_entropy(Z, labels):
    slopes = torch.tensor([[-3.0, 3.0], [2.0, -2.0]]) / 8
    return (slopes * (Z - Z.detach())).sum() + (np.log(4) + np.log(2)) / 2
