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
