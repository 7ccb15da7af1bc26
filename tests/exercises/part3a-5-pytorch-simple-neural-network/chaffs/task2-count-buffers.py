# Misconception: Everything in the state_dict is counted, running statistics included.
# Fails: task2-trainable-test-count
# %% task2-trainable
def trainable(model):
    return sum(t.numel() for t in model.state_dict().values())
