# Misconception: One pass is computed, and copied.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode = net.training
    net.training = True
    all_P = [net.forward(x).softmax().value] * passes
    net.training = mode
    return np.mean(all_P, axis=0), np.std(all_P, axis=0)
