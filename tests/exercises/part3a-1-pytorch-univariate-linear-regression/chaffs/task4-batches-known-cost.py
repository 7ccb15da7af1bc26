# Misconception: The cost is always the mean squared error, so its formula will do.
# Fails: task4-batches-test-sum
# %% task4-batches
def gradient_of_batches(f, theta, batches):
    x, y = (torch.cat(parts) for parts in zip(*batches))
    error = theta.detach()[0] + theta.detach()[1] * x - y
    return 2 * torch.stack([error.mean(), (error * x).mean()])
