# Misconception: An epoch is one step.
# Fails: task4-training-test-steps, task4-training-test-history
# %% task4-training
def fit(net, x, y, x_val, y_val, learning_rate, batch_size, epochs):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate, batch_size=batch_size)
    losses, accuracies = [], []
    for _ in range(epochs):
        optimizer.train(1, 0)
        losses.append(net.loss(x, y).value.item())
        accuracies.append(accuracy(net, x_val, y_val))
    return np.array(losses), np.array(accuracies)
