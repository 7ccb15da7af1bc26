# Misconception: the losses before each epoch
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    losses = [], []
    for _ in range(epochs):
        for history, (X, c) in zip(losses, (train, validation)):
            Z = X @ parameters["W"] + parameters["b"]
            history.append(F.cross_entropy(Z, c).item())
        for batch in batches(len(train[0]), batch_size, generator):
            sgd_step(parameters, train[0][batch], train[1][batch], rate)
    return losses
