# Misconception: returns the probabilities
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    E = torch.exp(Z - Z.amax(dim=1, keepdim=True))
    return E / E.sum(dim=1, keepdim=True)
