# Misconception: draws each batch by itself
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    return [torch.randint(n, (min(batch_size, n - k),), generator=generator)
            for k in range(0, n, batch_size)]
