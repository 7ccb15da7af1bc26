# Misconception: The shifts are drawn in __init__: one variant for all epochs.
# Fails: task1-dataset-test-shifts, task1-dataset-test-items
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __init__(self, images, labels, mean, deviation, chance=0.0):
        super().__init__(images, labels, mean, deviation, chance)
        self.items = [super(type(self), self).__getitem__(i) for i in range(len(labels))]

    def __getitem__(self, i):
        return self.items[i]
