# Misconception: Only matrices are counted, no biases.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(p.numel() for p in model.parameters() if p.requires_grad and p.ndim == 2)
