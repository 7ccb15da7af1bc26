# Misconception: shuffles the batches, not the examples
# Fails: task4-batches-test-order, task4-fit-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    *parts, last = torch.arange(n).split(batch_size)
    order = torch.randperm(len(parts), generator=generator)
    return [*(parts[k] for k in order), last]
