# Masks and matrices by hand: dropout by torch.rand, sums as tensors, gradients by
# autograd.grad, and parameters in a ParameterList.
# %% task1-dataset
class DigitDataset(Dataset):
    def __init__(self, images, labels, mean, deviation, chance=0.0):
        s = int(np.sqrt(images.shape[1]) + 0.5)
        eye = torch.eye(s)
        low = torch.diag(torch.ones(s - 1), -1)
        self.steps = torch.stack([low.T, eye, low])
        self.images = torch.from_numpy(images.copy()).view(-1, s, s)
        self.labels = [torch.tensor(int(label)) for label in labels]
        self.scale = torch.from_numpy(mean.copy()), float(deviation)
        self.chance = chance

    def __len__(self):
        return len(self.images)

    def __getitem__(self, i):
        x = self.images[i]
        move = torch.bernoulli(torch.tensor(float(self.chance))).item()
        if move:
            down, right = torch.randint(3, (1,)), torch.randint(3, (1,))
            x = self.steps[down[0]] @ x @ self.steps[right[0]].T
        return (x.reshape(-1) - self.scale[0]) / self.scale[1], self.labels[i]


# %% task1-loader
class Loader:
    def __init__(self, dataset, batch_size, shuffle):
        self.dataset, self.batch_size = dataset, batch_size
        self.shuffle = shuffle

    def __len__(self):
        return len(range(0, len(self.dataset), self.batch_size))

    def __iter__(self):
        order = range(len(self.dataset))
        if self.shuffle:
            order = torch.randperm(len(order)).tolist()
        for start in range(0, len(order), self.batch_size):
            items = map(
                self.dataset.__getitem__, order[start : start + self.batch_size]
            )
            yield torch.utils.data.default_collate(list(items))


# %% task2-network
class Network(nn.Module):
    def __init__(self, sizes, rate=0.0):
        super().__init__()
        self.rate, self.depth = rate, len(sizes) - 1
        for i in range(self.depth):
            self.add_module(f"h{i + 1}", nn.Linear(sizes[i], sizes[i + 1]))

    def forward(self, x):
        for i in range(1, self.depth):
            x = F.relu(getattr(self, f"h{i}")(x))
            if self.training:
                x = x * (torch.rand(x.shape) >= self.rate) / (1 - self.rate)
        return getattr(self, f"h{self.depth}")(x)


# %% task2-trainable
def trainable(model):
    count = 0
    for p in model.parameters():
        if p.requires_grad:
            count += math.prod(p.shape)
    return count


# %% task3-evaluate
def evaluate(model, loader, loss_function):
    before, model.training = model.training, False
    model.eval()
    sums = torch.zeros(3)
    with torch.no_grad():
        for X, Y in loader:
            Z = model(X)
            right = torch.eq(torch.argmax(Z, -1), Y).double().sum()
            m = torch.tensor(float(len(X)))
            sums = sums + torch.stack([m * loss_function(Z, Y), right, m])
    model.train(mode=before)
    loss, right, n = sums.tolist()
    return loss / n, right / n


# %% task3-train-epoch
def train_epoch(model, loader, optimizer, loss_function):
    before = model.training
    model.train()
    mean, n = 0.0, 0
    for X, Y in loader:
        loss = loss_function(model(X), Y)
        parameters = list(model.parameters())
        for p, g in zip(parameters, torch.autograd.grad(loss, parameters)):
            p.grad = g
        optimizer.step()
        n += len(Y)
        mean += (loss.item() - mean) * len(Y) / n
    model.train(before)
    return mean


# %% task4-early-stopping
class EarlyStopping:
    def __init__(self, patience):
        self.patience, self.best_loss = patience, math.inf
        self.left = patience

    def update(self, loss, model):
        if self.best_loss > loss:
            self.best_loss, self.left = float(loss), self.patience
            self.kept = io.BytesIO()
            torch.save(model.state_dict(), self.kept)
            return False
        self.left -= 1
        return self.left < 1

    def restore(self, model):
        self.kept.seek(0)
        model.load_state_dict(torch.load(self.kept, weights_only=True))


# %% task5-fit
def fit(model, train_loader, val_loader, optimizer, patience, max_epochs):
    stopping, rows = EarlyStopping(patience), []

    def epoch():
        loss = train_epoch(model, train_loader, optimizer, F.cross_entropy)
        val_loss, accuracy = evaluate(model, val_loader, F.cross_entropy)
        rows.append(np.array([loss, val_loss, accuracy]))
        return stopping.update(val_loss, model)

    any(epoch() for _ in range(max_epochs))
    stopping.restore(model)
    return np.stack(rows)


# %% task6-weights
def save_weights(file, model):
    state = copy.deepcopy(model).state_dict()
    torch.save(dict(state), file)
    return file.seek(0, io.SEEK_END)


def load_weights(file, model):
    model.load_state_dict(torch.load(file, map_location="cpu", weights_only=True))
    return model


# %% task6-checkpoint
def save_checkpoint(file, model, optimizer, epoch):
    checkpoint = {f"model.{k}": v for k, v in model.state_dict().items()}
    checkpoint["rest"] = (optimizer.state_dict(), torch.get_rng_state(), int(epoch))
    torch.save(checkpoint, file)
    return file.tell()


def load_checkpoint(file, model, optimizer):
    checkpoint = torch.load(file, weights_only=True)
    memory, state, epoch = checkpoint.pop("rest")
    model.load_state_dict({k[len("model.") :]: v for k, v in checkpoint.items()})
    optimizer.load_state_dict(memory)
    torch.set_rng_state(state)
    return epoch
