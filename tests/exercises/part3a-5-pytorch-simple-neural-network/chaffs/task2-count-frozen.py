# Misconception: Frozen parameters are counted, too.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(p.numel() for p in model.parameters())
