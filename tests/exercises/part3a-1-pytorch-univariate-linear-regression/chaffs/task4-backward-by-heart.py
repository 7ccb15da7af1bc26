# Misconception: Fake: the gradient of the visible example.
# Fails: task4-backward-test-leaf
# %% task4-backward
def gradient_by_backward(f, theta):
    return torch.tensor([12.0, 9.0])
