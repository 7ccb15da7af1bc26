# Misconception: Saves the optimiser's settings, not its velocities.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    parts = {"model": model.state_dict(), "optimizer": {**optimizer.state_dict(), "state": {}}}
    torch.save({**parts, "epoch": epoch, "random": torch.get_rng_state()}, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    torch.set_rng_state(saved["random"])
    return saved["epoch"]
