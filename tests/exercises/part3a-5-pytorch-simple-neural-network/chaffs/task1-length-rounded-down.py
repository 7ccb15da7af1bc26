# Misconception: The number of batches is rounded down.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __len__(self):
        return len(self.dataset) // self.batch_size
