# Misconception: The mean of the logits has the same softmax.
# Fails: task6-monte-carlo-test-passes
# %% task6-monte-carlo
def monte_carlo(net, x, passes):
    mode, net.training = net.training, True
    logits = [net.forward(x).value for _ in range(passes)]
    net.training = mode
    P = [dp.Node(one).softmax().value for one in logits]
    return dp.Node(np.mean(logits, axis=0)).softmax().value, np.std(P, axis=0)
