# Chaff: best-kept
# Misconception: At the end the network gets the best parameters.
# Fails: task5-watch-training-test-losses
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses, best = [], np.inf
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
        if losses[-1][1] < best:
            best, keep = losses[-1][1], net.get_param()
    net.set_param(keep)
    return tuple(np.transpose(losses))


# Chaff: best-so-far
# Misconception: Each loss is the lowest so far.
# Fails: task5-watch-training-test-losses
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return tuple(np.minimum.accumulate(np.transpose(losses), axis=1))


# Chaff: by-heart
# Misconception: Fake: the visible example's losses.
# Fails: task5-watch-training-test-losses
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return (np.array([4.325, 1.15625]), np.array([16.81, 4.6225]))


# Chaff: ends-in-training-mode
# Misconception: After the losses the network is made ready for the next round.
# Fails: task5-watch-training-test-modes
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    net.training = True
    return tuple(np.transpose(losses))


# Chaff: lists
# Misconception: Lists are as good as arrays.
# Fails: task5-watch-training-test-losses
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return tuple(np.transpose(losses).tolist())


# Chaff: losses-before-the-steps
# Misconception: A round starts with its losses.
# Fails: task5-watch-training-test-losses, task5-watch-training-test-modes
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
        net.training = True
        optimizer.train(steps, print_each=0)
    net.training = False
    return tuple(np.transpose(losses))


# Chaff: losses-in-training-mode
# Misconception: Losses may be taken in training mode.
# Fails: task5-watch-training-test-modes
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return tuple(np.transpose(losses))


# Chaff: mode-as-it-comes
# Misconception: The network comes in the right mode.
# Fails: task5-watch-training-test-modes
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        optimizer.train(steps, print_each=0)
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return tuple(np.transpose(losses))


# Chaff: never-back-to-training
# Misconception: It is enough to switch to training mode once, at the start.
# Fails: task5-watch-training-test-modes
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    net.training = True
    for _ in range(rounds):
        optimizer.train(steps, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return tuple(np.transpose(losses))


# Chaff: one-array
# Misconception: Both histories are one array with two rows.
# Fails: task5-watch-training-test-losses, task5-watch-training-test-modes
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return np.transpose(losses)


# Chaff: one-set-twice
# Misconception: Both losses are those of the training set.
# Fails: task5-watch-training-test-losses
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x, y).value.item()])
    return tuple(np.transpose(losses))


# Chaff: one-step-a-round
# Misconception: A round is a step.
# Fails: task5-watch-training-test-losses, task5-watch-training-test-modes
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(1, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return tuple(np.transpose(losses))


# Chaff: optimizers-loss
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


# Chaff: prints
# Misconception: Printing does no harm.
# Fails: task5-watch-training-test-modes
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return tuple(np.transpose(losses))


# Chaff: sets-swapped
# Misconception: The validation losses come first.
# Fails: task5-watch-training-test-losses
# %% task5-watch-training
def watch_training(net, optimizer, rounds, steps, x, y, x_val, y_val):
    losses = []
    for _ in range(rounds):
        net.training = True
        optimizer.train(steps, print_each=0)
        net.training = False
        losses.append([net.loss(x, y).value.item(), net.loss(x_val, y_val).value.item()])
    return tuple(np.transpose(losses)[::-1])


# Chaff: training-loss-with-dropout
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
