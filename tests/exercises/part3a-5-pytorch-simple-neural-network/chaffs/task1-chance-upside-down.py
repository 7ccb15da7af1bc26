# Misconception: rand > chance: moved with the probability 1 - chance.
# Fails: task1-dataset-test-items, task1-dataset-test-shifts, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) > self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]
