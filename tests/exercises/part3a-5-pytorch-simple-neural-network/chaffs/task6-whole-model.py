# Misconception: Pickles the whole model.
# Fails: task6-weights-test-file
# %% task6-weights
def save_weights(file, model):
    torch.save(model, file)
    return file.tell()


def load_weights(file, model):
    model.load_state_dict(torch.load(file, weights_only=True))
    return model
