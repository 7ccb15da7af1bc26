# Misconception: len(p): a matrix counts with its number of rows.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(len(p) for p in model.parameters() if p.requires_grad)
