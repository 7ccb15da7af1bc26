# Chaff: always-moved
# Misconception: chance is not looked at.
# Fails: task1-dataset-test-items, task1-dataset-test-shifts, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if True:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]


# Chaff: always-shuffled
# Misconception: The order is random without shuffle, too.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __iter__(self):
        n = len(self.dataset)
        order = torch.randperm(n)
        for part in order.split(self.batch_size):
            X, Y = zip(*(self.dataset[i] for i in part))
            yield torch.stack(X), torch.stack(Y)


# Chaff: chance-upside-down
# Misconception: rand > chance: moved with the probability 1 - chance.
# Fails: task1-dataset-test-items, task1-dataset-test-shifts, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) > self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]


# Chaff: diagonal
# Misconception: One draw serves both directions: images move along a diagonal only.
# Fails: task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top = left = torch.randint(3, ())
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]


# Chaff: divided-first
# Misconception: x / deviation - mean: the statistics are used in the wrong order.
# Fails: task1-dataset-test-items, task1-dataset-test-shifts, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return x / self.deviation - self.mean, self.labels[i]


# Chaff: drawn-with-replacement
# Misconception: Each batch draws its examples anew: some come twice, some never.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __iter__(self):
        n = len(self.dataset)
        order = torch.randint(n, (n,)) if self.shuffle else torch.arange(n)
        for part in order.split(self.batch_size):
            X, Y = zip(*(self.dataset[i] for i in part))
            yield torch.stack(X), torch.stack(Y)


# Chaff: eight-by-eight
# Misconception: Images have 8 by 8 pixels, whatever their number of columns says.
# Fails: task1-dataset-test-items, task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __init__(self, images, labels, mean, deviation, chance=0.0):
        self.frames = F.pad(torch.tensor(images).reshape(-1, 8, 8), (1, 1, 1, 1))
        self.labels, self.mean = torch.tensor(labels), torch.tensor(mean)
        self.deviation, self.chance, self.s = deviation, chance, 8


# Chaff: float-label
# Misconception: Labels are floats, as all other numbers.
# Fails: task1-dataset-test-items, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i].double()


# Chaff: goes-on
# Misconception: A loop that was left early goes on where it stopped.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    position = None
    def __iter__(self):
        n = len(self.dataset)
        if self.position is None:
            self.order = torch.randperm(n) if self.shuffle else torch.arange(n)
            self.position = 0
        return self
    def __next__(self):
        if self.position >= len(self.dataset):
            self.position = None
            raise StopIteration
        part = self.order[self.position:self.position + self.batch_size]
        self.position += self.batch_size
        X, Y = zip(*(self.dataset[int(i)] for i in part))
        return torch.stack(X), torch.stack(Y)


# Chaff: in-place
# Misconception: The array that was passed in is scaled in place.
# Fails: task1-dataset-test-items, task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __init__(self, images, labels, mean, deviation, chance=0.0):
        super().__init__(images, labels, mean, deviation, chance)
        images -= mean
        images /= deviation


# Chaff: labels-become-floats
# Misconception: A batch of labels is a tensor of floats.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __iter__(self):
        for X, Y in super().__iter__():
            yield X, Y.double()


# Chaff: labels-in-order
# Misconception: Only the images are shuffled, their labels stay.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __iter__(self):
        n = len(self.dataset)
        order = torch.randperm(n) if self.shuffle else torch.arange(n)
        for part in order.split(self.batch_size):
            X = torch.stack([self.dataset[i][0] for i in part])
            Y = torch.stack([self.dataset[k][1] for k in range(len(part))])
            yield X, Y


# Chaff: last-batch-dropped
# Misconception: The last, smaller batch is left out.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __iter__(self):
        n = len(self.dataset)
        order = torch.randperm(n) if self.shuffle else torch.arange(n)
        for part in order.split(self.batch_size):
            if len(part) < self.batch_size:
                return
            X, Y = zip(*(self.dataset[i] for i in part))
            yield torch.stack(X), torch.stack(Y)


# Chaff: length-in-pixels
# Misconception: The length is the number of pixels of an image.
# Fails: task1-dataset-test-items, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __len__(self):
        return len(self.mean)


# Chaff: length-rounded-down
# Misconception: The number of batches is rounded down.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __len__(self):
        return len(self.dataset) // self.batch_size


# Chaff: moved-for-good
# Misconception: The image is moved in place: shifts add up from epoch to epoch.
# Fails: task1-dataset-test-shifts, task1-dataset-test-items
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s = self.s
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
            moved = self.frames[i, top : top + s, left : left + s].clone()
            self.frames[i, 1 : 1 + s, 1 : 1 + s] = moved
        x = self.frames[i, 1 : 1 + s, 1 : 1 + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]


# Chaff: moved-once
# Misconception: The shifts are drawn in __init__: one variant for all epochs.
# Fails: task1-dataset-test-shifts, task1-dataset-test-items
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __init__(self, images, labels, mean, deviation, chance=0.0):
        super().__init__(images, labels, mean, deviation, chance)
        self.items = [super(type(self), self).__getitem__(i) for i in range(len(labels))]

    def __getitem__(self, i):
        return self.items[i]


# Chaff: never-shuffled
# Misconception: shuffle is kept, and never looked at.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __iter__(self):
        n = len(self.dataset)
        order = torch.arange(n)
        for part in order.split(self.batch_size):
            X, Y = zip(*(self.dataset[i] for i in part))
            yield torch.stack(X), torch.stack(Y)


# Chaff: never-still
# Misconception: A shift is never (0, 0): eight ways in place of nine.
# Fails: task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            while top == left == 1:
                top, left = torch.randint(3, (2,)).tolist()
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]


# Chaff: not-scaled
# Misconception: The images are handed out as they are; scaling is left to the network.
# Fails: task1-dataset-test-items, task1-dataset-test-shifts, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return x, self.labels[i]


# Chaff: numpy-draws
# Misconception: Draws with NumPy: torch.manual_seed does not fix the shifts.
# Fails: task1-dataset-test-shifts, task1-dataset-test-items
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if np.random.default_rng().random() < self.chance:
            top, left = np.random.default_rng().integers(3, size=2)
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]


# Chaff: numpy-order
# Misconception: The order is drawn with NumPy: torch.manual_seed does not fix it.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __iter__(self):
        n = len(self.dataset)
        order = torch.tensor(np.random.default_rng().permutation(n)) if self.shuffle else torch.arange(n)
        for part in order.split(self.batch_size):
            X, Y = zip(*(self.dataset[i] for i in part))
            yield torch.stack(X), torch.stack(Y)


# Chaff: one-hot
# Misconception: The label is a one-hot row, as in Part 1.3.
# Fails: task1-dataset-test-items, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, torch.eye(10)[self.labels[i]]


# Chaff: order-once
# Misconception: The random order is drawn once, for all epochs.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __iter__(self):
        n = len(self.dataset)
        if not hasattr(self, "order"):
            self.order = torch.randperm(n) if self.shuffle else torch.arange(n)
        order = self.order
        for part in order.split(self.batch_size):
            X, Y = zip(*(self.dataset[i] for i in part))
            yield torch.stack(X), torch.stack(Y)


# Chaff: own-seed
# Misconception: __init__ sets a seed, so that all is repeatable.
# Fails: task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __init__(self, images, labels, mean, deviation, chance=0.0):
        super().__init__(images, labels, mean, deviation, chance)
        torch.manual_seed(0)


# Chaff: rolled
# Misconception: roll: what leaves the image on the right comes in on the left.
# Fails: task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, 1 : 1 + s, 1 : 1 + s]
        x = torch.roll(x, (int(top) - 1, int(left) - 1), (0, 1)).flatten()
        return (x - self.mean) / self.deviation, self.labels[i]


# Chaff: scaled-before-moved
# Misconception: The scaled image is moved: what comes in is average, not white.
# Fails: task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, 1 : 1 + s, 1 : 1 + s].flatten()
        x = ((x - self.mean) / self.deviation).reshape(1, s, s)
        x = F.pad(x, (1, 1, 1, 1))[0, top : top + s, left : left + s]
        return x.flatten(), self.labels[i]


# Chaff: to-one-side
# Misconception: randint(2): images move up and left only.
# Fails: task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top, left = torch.randint(2, (2,))
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]


# Chaff: used-up
# Misconception: The iterator is made in __init__: the second epoch is empty.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __init__(self, dataset, batch_size, shuffle):
        super().__init__(dataset, batch_size, shuffle)
        self.iterator = super().__iter__()

    def __iter__(self):
        return self.iterator
