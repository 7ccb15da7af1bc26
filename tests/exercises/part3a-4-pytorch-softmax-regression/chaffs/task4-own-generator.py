# Misconception: PyTorch's own random numbers
# Fails: task4-batches-test-order, task4-fit-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return torch.randperm(n).split(batch_size)
