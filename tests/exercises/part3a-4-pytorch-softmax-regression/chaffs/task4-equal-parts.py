# Misconception: all batches of about the same length
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return torch.randperm(n, generator=generator).tensor_split(
        -(-n // batch_size))
