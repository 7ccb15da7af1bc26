# Misconception: the examples come in the order of the data
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return torch.arange(n).split(batch_size)
