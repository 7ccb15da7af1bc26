# Misconception: starts at a random example
# Fails: task4-batches-test-order
# %% task4-batches
def batches(n, batch_size, generator):
    start = torch.randint(n, (1,), generator=generator)
    return ((torch.arange(n) + start) % n).split(batch_size)
