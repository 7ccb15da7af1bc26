# Misconception: the mean of the steps' losses as the training loss
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    losses = [], []
    for _ in range(epochs):
        steps = [sgd_step(parameters, train[0][batch], train[1][batch], rate)
                 for batch in batches(len(train[0]), batch_size, generator)]
        losses[0].append(sum(steps) / len(steps))
        Z = validation[0] @ parameters["W"] + parameters["b"]
        losses[1].append(F.cross_entropy(Z, validation[1]).item())
    return losses
