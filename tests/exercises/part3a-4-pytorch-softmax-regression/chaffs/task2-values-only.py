# Misconception: computes the sum without a graph
# Fails: task2-log-softmax-test-gradient, task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    return Z - torch.logsumexp(Z, dim=1, keepdim=True).detach()
