# Misconception: The image is moved in place: shifts add up from epoch to epoch.
# Fails: task1-dataset-test-shifts, task1-dataset-test-items
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s = self.s
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
            moved = self.frames[i, top : top + s, left : left + s].clone()
            self.frames[i, 1 : 1 + s, 1 : 1 + s] = moved
        x = self.frames[i, 1 : 1 + s, 1 : 1 + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]
