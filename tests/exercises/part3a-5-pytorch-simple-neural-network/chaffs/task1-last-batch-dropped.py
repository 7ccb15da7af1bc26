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
