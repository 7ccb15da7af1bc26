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
