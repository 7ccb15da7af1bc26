# Misconception: optimizer.train returns the training loss.
# Fails: task5-watch-training-test-losses
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        batch_loss = optimizer.train(steps, print_each=0)
        net.training = False
        net.loss(x, y)
        losses.append([batch_loss, net.loss(x_val, y_val).value.item()])
    return tuple(np.transpose(losses))
