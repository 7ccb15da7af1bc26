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
