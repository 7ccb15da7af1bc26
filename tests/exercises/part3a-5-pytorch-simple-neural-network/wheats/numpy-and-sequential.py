# Moves images with NumPy, builds with nn.Sequential, clones tensors, and pickles lists.
# %% task1-dataset
class DigitDataset(Dataset):
    def __init__(self, images, labels, mean, deviation, chance=0.0):
        self.images, self.labels = images.copy(), labels.astype(np.int64)
        self.mean, self.deviation, self.chance = mean, deviation, chance

    def __len__(self):
        return self.images.shape[0]

    def __getitem__(self, i):
        image = self.images[int(i)]
        if self.chance > 0 and torch.rand(1).item() <= self.chance:
            s = round(len(image) ** 0.5)
            which = torch.randint(0, 9, ()).item()
            down, right = which // 3 - 1, which % 3 - 1
            rolled = np.roll(image.reshape(s, s), (down, right), axis=(0, 1))
            if down:
                rolled[0 if down == 1 else -1] = 0
            if right:
                rolled[:, 0 if right == 1 else -1] = 0
            image = rolled.ravel()
        x = (image - self.mean) / self.deviation
        return torch.from_numpy(x), torch.tensor(self.labels[int(i)])


# %% task1-loader
class Loader:
    def __init__(self, dataset, batch_size, shuffle):
        self.dataset, self.batch_size = dataset, batch_size
        self.shuffle = shuffle

    def __len__(self):
        return (len(self.dataset) + self.batch_size - 1) // self.batch_size

    def __iter__(self):
        numbers_left = list(range(len(self.dataset)))
        if self.shuffle:
            numbers_left = torch.randperm(len(self.dataset)).tolist()
        batches = []
        while numbers_left:
            now, numbers_left = (
                numbers_left[: self.batch_size],
                numbers_left[self.batch_size :],
            )
            items = [self.dataset[i] for i in now]
            x = torch.stack([item[0] for item in items])
            batches.append([x, torch.stack([item[1] for item in items])])
        return iter(batches)


# %% task2-network
class Network(nn.Module):
    def __init__(self, sizes, rate=0.0):
        super().__init__()
        parts = []
        for a, c in zip(sizes, sizes[1:]):
            parts += [nn.Linear(a, c), nn.ReLU(), nn.Dropout(rate)]
        self.network = nn.Sequential(*parts[:-2])

    def forward(self, x):
        return self.network(x)


# %% task2-trainable
def trainable(model):
    free = [p.detach().flatten() for p in model.parameters() if p.requires_grad]
    return len(torch.cat(free))


# %% task3-evaluate
@torch.inference_mode()
def evaluate(model, loader, loss_function):
    before = model.training
    model.train(False)
    losses, hits = [], []
    for X, Y in loader:
        Z = model(X)
        losses += [float(loss_function(Z, Y))] * len(Y)
        hits += (Z.max(dim=1).indices == Y).tolist()
    model.train(before)
    return float(np.mean(losses)), float(np.mean(hits))


# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    before = model.training
    model.train()
    losses, sizes = [], []
    for X, Y in loader:
        loss = loss_function(model(X), Y)
        model.zero_grad()
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
        sizes.append(X.shape[0])
    if not before:
        model.eval()
    return float(np.average(losses, weights=sizes))


# %% task4-early-stopping
class EarlyStopping:
    def __init__(self, patience):
        self.patience, self.best_loss = patience, math.inf
        self.losses, self.best_state = [], {}

    def update(self, loss, model):
        self.losses.append(math.inf if math.isnan(loss) else loss)
        best = int(np.argmin(self.losses))
        if best == len(self.losses) - 1:
            self.best_loss = self.losses[-1]
            self.best_state = {k: v.clone() for k, v in model.state_dict().items()}
        return len(self.losses) - 1 - best >= self.patience

    def restore(self, model):
        with torch.no_grad():
            for name, tensor in model.state_dict().items():
                tensor.copy_(self.best_state[name])


# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, history, stop = EarlyStopping(patience), np.empty((0, 3)), False
    loss_function = nn.CrossEntropyLoss()
    while not stop and len(history) < max_epochs:
        row = (
            train_epoch(model, train_loader, optimizer, loss_function),
            *evaluate(model, val_loader, loss_function),
        )
        history = np.vstack([history, row])
        stop = stopping.update(row[1], model)
    stopping.restore(model)
    return history


# %% task6-weights
def save_weights(file, model):
    buffer = io.BytesIO()
    torch.save({k: v.clone() for k, v in model.state_dict().items()}, buffer)
    return file.write(buffer.getvalue())


def load_weights(file, model):
    state = torch.load(io.BytesIO(file.read()), weights_only=True)
    with torch.no_grad():
        for name, tensor in model.state_dict().items():
            tensor.copy_(state[name])
    return model


# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    things = [model.state_dict(), optimizer.state_dict(), epoch]
    torch.save([*things, torch.random.get_rng_state()], file)
    return len(file.getvalue())


def load_checkpoint(file, model, optimizer):
    weights, memory, epoch, state = torch.load(file, weights_only=True)
    torch.random.set_rng_state(state)
    optimizer.load_state_dict(memory)
    model.load_state_dict(weights)
    return epoch
