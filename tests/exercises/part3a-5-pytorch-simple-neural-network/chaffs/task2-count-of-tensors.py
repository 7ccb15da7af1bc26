# Misconception: Counts parameters, not their numbers.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(1 for p in model.parameters() if p.requires_grad)
