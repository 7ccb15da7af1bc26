# Misconception: The numbers of the visible check are learned by heart.
# Fails: task1-logistic-test-values, task1-logistic-test-derivative
# %% task1-logistic
def logistic(z):
    known = {0.0: 0.5, 1.0986: 0.75, -1.0986: 0.25, -1000.0: 0.0, 1000.0: 1.0}
    o = torch.tensor([known.get(round(one.item(), 4), 0.5) for one in z.ravel()])
    return o.reshape(z.shape) + (z - z.detach()) * o * (1 - o)
