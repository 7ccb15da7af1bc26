# Misconception: epochs are counted from 1
# Fails: task4-fit-test-training
# %% task4-fit
def fit(parameters, train, validation, rate, batch_size, epochs, generator):
    X, labels = train
    losses = [], []
    for _ in range(1, epochs):
        for batch in batches(len(X), batch_size, generator):
            sgd_step(parameters, X[batch], labels[batch], rate)
        with torch.no_grad():
            for history, (inputs, wanted) in zip(losses, (train, validation)):
                Z = inputs @ parameters["W"] + parameters["b"]
                history.append(F.cross_entropy(Z, wanted).item())
    return losses
