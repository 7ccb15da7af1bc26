# Misconception: S is the variance.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value for _ in range(passes)]
    net.training = mode
    return np.mean(all_P, axis=0), np.var(all_P, axis=0)
