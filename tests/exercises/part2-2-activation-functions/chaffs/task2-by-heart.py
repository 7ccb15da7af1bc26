# Misconception: Fake: the visible tests' numbers in place of a computation.
# Fails: task2-loss-test-gradient, task2-loss-test-values, task3-network-test-loss
# %% task2-loss
def binary_cross_entropy(logits, y):
    if logits.value.size > 1:
        return 0.8369882167858358 + 0 * logits.sum()
    return logits.abs().sum() * abs(y - (logits.value > 0)).item()
