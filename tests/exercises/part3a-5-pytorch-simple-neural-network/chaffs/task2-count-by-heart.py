# Misconception: Values learned by heart from the visible test.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return 7 if not model[0].weight.requires_grad else 13
