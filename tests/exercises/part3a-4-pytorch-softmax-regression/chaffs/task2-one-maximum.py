# Misconception: subtracts the maximum of the whole matrix
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    Z = Z - Z.max()
    return Z - torch.log(torch.exp(Z).sum(dim=1, keepdim=True))
