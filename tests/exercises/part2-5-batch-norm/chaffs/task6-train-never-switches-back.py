# Misconception: Goes on training in evaluation mode after the first validation.
# Fails: task6-train-test-modes
# %% task6-train
def train(net, x, y, x_val, labels_val, learning_rate, steps=150, every=10):
    optimizer = dp.SGD(net, x, y, learning_rate=learning_rate)
    losses, shares = [], []
    net.set_training(True)
    for step in range(steps):
        losses.append(optimizer.train(1, 0))
        if (step + 1) % every == 0:
            net.set_training(False)
            said = net.forward(x_val).value.argmax(axis=1)
            shares.append((said == labels_val).mean())
    net.set_training(False)
    return np.array(losses), np.array(shares)
