# Misconception: The label is a one-hot row, as in Part 1.3.
# Fails: task1-dataset-test-items, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if torch.rand(()) < self.chance:
            top, left = torch.randint(3, (2,))
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, torch.eye(10)[self.labels[i]]
