# Misconception: weights_only=False: the file may call any function.
# Fails: task6-weights-test-load
# %% task6-weights
def save_weights(file, model):
    torch.save(model.state_dict(), file)
    return file.tell()


def load_weights(file, model):
    model.load_state_dict(torch.load(file, weights_only=False))
    return model
