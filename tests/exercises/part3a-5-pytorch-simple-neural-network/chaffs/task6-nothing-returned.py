# Misconception: save_weights returns nothing.
# Fails: task6-weights-test-file
# %% task6-weights
def save_weights(file, model):
    torch.save(model.state_dict(), file)


def load_weights(file, model):
    model.load_state_dict(torch.load(file, weights_only=True))
    return model
