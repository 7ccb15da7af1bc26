# Misconception: m wants a gradient in one place only
# Fails: task2-log-softmax-test-gradient, task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    m = Z.amax(dim=1, keepdim=True)
    E = torch.exp(Z - m.detach())
    return Z - m - torch.log(E.sum(dim=1, keepdim=True))
