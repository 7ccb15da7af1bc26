# Misconception: the same order in each call
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    generator.manual_seed(0)
    return torch.randperm(n, generator=generator).split(batch_size)
