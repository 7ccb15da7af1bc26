# Misconception: a list of tensors
# Fails: task3-fit-test-best
# %% task3-fit
def fit(step, parameters, train, validation, rate, epochs):
    val_losses, best = [], {}
    for _ in range(epochs):
        for X, labels in train:
            step(X, labels, rate)
        val_losses.append(built_in_loss(parameters, *validation))
        if min(val_losses) == val_losses[-1]:
            best = {name: p.numpy() for name, p in parameters.items()}
    return val_losses, best
