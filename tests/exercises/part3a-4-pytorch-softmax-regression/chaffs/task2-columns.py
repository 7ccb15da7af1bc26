# Misconception: the examples are the columns
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    Z = Z - Z.amax(dim=0)
    return Z - torch.log(torch.exp(Z).sum(dim=0))
