# Misconception: Wiggling is exact enough.
# Fails: task2-derivatives-test-first, task2-derivatives-test-second
# %% task2-derivatives
def logit_derivatives(loss, z, y):
    def own(array):
        return np.array([loss(torch.tensor([a]), torch.tensor([b])).item()
                         for a, b in zip(array, y)])

    h = 1e-4
    up, here, down = own(z + h), own(z), own(z - h)
    return (up - down) / (2 * h), (up - 2 * here + down) / h**2
