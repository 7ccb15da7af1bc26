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
