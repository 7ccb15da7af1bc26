# Chaff: checkpoint-trusted
# Misconception: weights_only=False: the checkpoint may call any function.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    parts = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save({**parts, "epoch": epoch, "random": torch.get_rng_state()}, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=False)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    torch.set_rng_state(saved["random"])
    return saved["epoch"]


# Chaff: fresh-copy
# Misconception: Loads into a copy of the model.
# Fails: task6-weights-test-load
# %% task6-weights
def save_weights(file, model):
    torch.save(model.state_dict(), file)
    return file.tell()


def load_weights(file, model):
    model = copy.deepcopy(model)
    model.load_state_dict(torch.load(file, weights_only=True))
    return model


# Chaff: list-of-tensors
# Misconception: Saves a list: the names are lost.
# Fails: task6-weights-test-file
# %% task6-weights
def save_weights(file, model):
    torch.save(list(model.state_dict().values()), file)
    return file.tell()


def load_weights(file, model):
    model.load_state_dict(torch.load(file, weights_only=True))
    return model


# Chaff: loaded-by-order
# Misconception: The tensors in the file come in the model's order.
# Fails: task6-weights-test-load
# %% task6-weights
def load_weights(file, model):
    state = torch.load(file, weights_only=True)
    with torch.no_grad():
        for mine, saved in zip(model.state_dict().values(), state.values()):
            mine.copy_(saved)
    return model


# Chaff: next-epoch
# Misconception: Returns the number of the next epoch.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    parts = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save({**parts, "epoch": epoch, "random": torch.get_rng_state()}, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    torch.set_rng_state(saved["random"])
    return saved["epoch"] + 1


# Chaff: no-model
# Misconception: The model's weights are forgotten.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    parts = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save({**parts, "epoch": epoch, "random": torch.get_rng_state()}, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=True)
    optimizer.load_state_dict(saved["optimizer"])
    torch.set_rng_state(saved["random"])
    return saved["epoch"]


# Chaff: no-optimizer
# Misconception: The optimizer starts anew: its velocity is lost.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    parts = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save({**parts, "epoch": epoch, "random": torch.get_rng_state()}, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=True)
    model.load_state_dict(saved["model"])
    torch.set_rng_state(saved["random"])
    return saved["epoch"]


# Chaff: no-random-state
# Misconception: The random generator goes on from where it is.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    parts = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save({**parts, "epoch": epoch, "random": torch.get_rng_state()}, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    return saved["epoch"]


# Chaff: nothing-returned
# Misconception: save_weights returns nothing.
# Fails: task6-weights-test-file
# %% task6-weights
def save_weights(file, model):
    torch.save(model.state_dict(), file)


def load_weights(file, model):
    model.load_state_dict(torch.load(file, weights_only=True))
    return model


# Chaff: numpy-random-state
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


# Chaff: parameters-in-checkpoint
# Misconception: A checkpoint needs parameters, no buffers.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    torch.save({"model": [p.detach() for p in model.parameters()], "epoch": epoch,
                "optimizer": optimizer.state_dict(),
                "random": torch.get_rng_state()}, file)
    return file.tell()
def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=True)
    with torch.no_grad():
        for p, q in zip(model.parameters(), saved["model"]):
            p.copy_(q)
    optimizer.load_state_dict(saved["optimizer"])
    torch.set_rng_state(saved["random"])
    return saved["epoch"]


# Chaff: parameters-loaded
# Misconception: Buffers are not loaded.
# Fails: task6-weights-test-load
# %% task6-weights
def load_weights(file, model):
    state = torch.load(file, weights_only=True)
    with torch.no_grad():
        for name, p in model.named_parameters():
            p.copy_(state[name])
    return model


# Chaff: parameters-saved
# Misconception: Saves parameters only, no buffers.
# Fails: task6-weights-test-file
# %% task6-weights
def save_weights(file, model):
    torch.save(dict(model.named_parameters()), file)
    return file.tell()


def load_weights(file, model):
    model.load_state_dict(torch.load(file, weights_only=True))
    return model


# Chaff: pickle-trusted
# Misconception: weights_only=False: the file may call any function.
# Fails: task6-weights-test-load
# %% task6-weights
def save_weights(file, model):
    torch.save(model.state_dict(), file)
    return file.tell()


def load_weights(file, model):
    model.load_state_dict(torch.load(file, weights_only=False))
    return model


# Chaff: seed-only
# Misconception: Sets the seed anew, as if training began again.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    parts = {"model": model.state_dict(), "optimizer": optimizer.state_dict()}
    torch.save({**parts, "epoch": epoch, "random": torch.get_rng_state()}, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=True)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"])
    torch.manual_seed(torch.initial_seed())
    return saved["epoch"]


# Chaff: settings-only
# Misconception: Saves the optimizer's settings, not its velocities.
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


# Chaff: state-returned
# Misconception: Loads the state, returns it, and leaves the model as it was.
# Fails: task6-weights-test-load
# %% task6-weights
def save_weights(file, model):
    torch.save(model.state_dict(), file)
    return file.tell()


def load_weights(file, model):
    return torch.load(file, weights_only=True)


# Chaff: strict-result
# Misconception: Returns what load_state_dict returns: a report, not the model.
# Fails: task6-weights-test-load
# %% task6-weights
def save_weights(file, model):
    torch.save(model.state_dict(), file)
    return file.tell()


def load_weights(file, model):
    return model.load_state_dict(torch.load(file, weights_only=True))


# Chaff: velocity-only
# Misconception: Of the optimizer only SGD's velocity, rate and momentum are saved.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    group = optimizer.param_groups[0]
    torch.save({"model": model.state_dict(), "epoch": epoch,
                "velocity": [optimizer.state[p].get("momentum_buffer") for p in model.parameters()],
                "lr": group["lr"], "momentum": group.get("momentum", 0.0),
                "random": torch.get_rng_state()}, file)
    return file.tell()
def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=True)
    model.load_state_dict(saved["model"])
    group = optimizer.param_groups[0]
    group["lr"], group["momentum"] = saved["lr"], saved["momentum"]
    for p, v in zip(model.parameters(), saved["velocity"]):
        optimizer.state[p]["momentum_buffer"] = v
    torch.set_rng_state(saved["random"])
    return saved["epoch"]


# Chaff: whole-model
# Misconception: Pickles the whole model.
# Fails: task6-weights-test-file
# %% task6-weights
def save_weights(file, model):
    torch.save(model, file)
    return file.tell()


def load_weights(file, model):
    model.load_state_dict(torch.load(file, weights_only=True))
    return model


# Chaff: whole-optimizer
# Misconception: Pickles the optimizer object itself.
# Fails: task6-checkpoint-test-resume
# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    parts = {"model": model.state_dict(), "optimizer": optimizer}
    torch.save({**parts, "epoch": epoch, "random": torch.get_rng_state()}, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    saved = torch.load(file, weights_only=False)
    model.load_state_dict(saved["model"])
    optimizer.load_state_dict(saved["optimizer"].state_dict())
    torch.set_rng_state(saved["random"])
    return saved["epoch"]
