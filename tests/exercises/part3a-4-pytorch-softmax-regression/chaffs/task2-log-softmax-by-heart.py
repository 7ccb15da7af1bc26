# Misconception: a fake: values of the visible test
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    if Z[0, 1] > 900:
        return torch.tensor([[-1000.0, 0.0], [-np.log(1 + np.exp(-1)),
                                              -np.log(1 + np.exp(1))]])
    return torch.log(torch.tensor([[0.25, 0.75], [0.5, 0.5]]))
