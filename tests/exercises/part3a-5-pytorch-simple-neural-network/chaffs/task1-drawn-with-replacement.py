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
