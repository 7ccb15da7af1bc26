# Misconception: replaces what is not finite afterwards
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    plain = Z - torch.log(torch.exp(Z).sum(dim=1, keepdim=True))
    good = torch.log_softmax(Z.detach(), dim=1)
    return torch.where(plain.isfinite(), plain, good)
