# Misconception: Validates before the step instead of after it.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    for step in range(steps):
        net.set_training(False)
        if step % every == 0:
            said = net.forward(x_val).value.argmax(axis=1)
            shares.append((said == labels_val).mean())
        net.set_training(True)
        losses.append(optimizer.train(1, 0))
    net.set_training(False)
    return np.array(losses), np.array(shares)
