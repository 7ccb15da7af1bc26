# Misconception: The iterator is made in __init__: the second epoch is empty.
# Fails: task1-loader-test-batches
# %% task1-loader
class Loader(Loader):
    def __init__(self, dataset, batch_size, shuffle):
        super().__init__(dataset, batch_size, shuffle)
        self.iterator = super().__iter__()

    def __iter__(self):
        return self.iterator
