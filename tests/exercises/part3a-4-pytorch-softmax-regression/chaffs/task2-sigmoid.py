# Misconception: ten logistic functions instead of softmax
# Fails: task2-log-softmax-test-values, task2-log-softmax-test-gradient,
#        task2-cross-entropy-test-loss
# %% task2-log-softmax
def log_softmax(Z):
    return F.logsigmoid(Z)
