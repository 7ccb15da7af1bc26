# Misconception: whole batches only
# Fails: task4-batches-test-order, task4-fit-test-training,
#        task5-train-linear-test-training
# %% task4-batches
def batches(n, batch_size, generator):
    order = torch.randperm(n, generator=generator)
    return [order[k:k + batch_size]
            for k in range(0, n - batch_size + 1, batch_size)]
