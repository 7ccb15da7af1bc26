# Misconception: The mean of x has no influence on the curvatures.
# Fails: task6-rates-test-curvatures, task6-rates-test-rates
# %% task6-rates
def curvatures(x):
    both = torch.stack([torch.ones(()), x.var(correction=0)])
    return 2 * both.sort().values
