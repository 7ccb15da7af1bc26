# Misconception: Saves the state of NumPy's generator.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    parts = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save({**parts, "epoch": epoch, "random": torch.tensor(np.random.get_state()[2])}, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    return saved["epoch"]
