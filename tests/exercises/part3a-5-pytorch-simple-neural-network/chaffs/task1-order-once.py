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
