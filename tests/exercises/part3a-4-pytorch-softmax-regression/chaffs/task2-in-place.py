# Misconception: shifts the argument itself
# Fails: task2-log-softmax-test-values, task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    Z.data -= Z.data.max(dim=1, keepdim=True).values
    return Z - torch.log(torch.exp(Z).sum(dim=1, keepdim=True))
