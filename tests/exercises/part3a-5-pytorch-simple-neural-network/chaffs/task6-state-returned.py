# Misconception: Loads the state, returns it, and leaves the model as it was.
# Fails: task6-weights-test-load
# %% task6-weights
def save_weights(file, model):
    torch.save(model.state_dict(), file)
    return file.tell()


def load_weights(file, model):
    return torch.load(file, weights_only=True)
