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
