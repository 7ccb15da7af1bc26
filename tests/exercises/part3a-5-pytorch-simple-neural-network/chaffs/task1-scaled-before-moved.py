# Misconception: The scaled image is moved: what comes in is average, not white.
# Fails: task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, 1 : 1 + s, 1 : 1 + s].flatten()
        x = ((x - self.mean) / self.deviation).reshape(1, s, s)
        x = F.pad(x, (1, 1, 1, 1))[0, top : top + s, left : left + s]
        return x.flatten(), self.labels[i]
