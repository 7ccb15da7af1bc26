# Misconception: batch_size is the number of batches
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return torch.randperm(n, generator=generator).chunk(batch_size)
