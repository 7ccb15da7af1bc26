# Misconception: Fake: the visible example's numbers.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.array([[0.625, 0.375]]), np.array([[0.125, 0.125]])
