# Misconception: The training loss is taken in training mode, the validation loss in
# evaluation mode.
# Fails: task5-watch-training-test-modes
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        training_loss = net.loss(x, y).value.item()
        net.training = False
        losses.append([training_loss, net.loss(x_val, y_val).value.item()])
    return tuple(np.transpose(losses))
