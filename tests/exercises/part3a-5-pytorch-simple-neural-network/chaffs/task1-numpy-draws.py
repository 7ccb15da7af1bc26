# Misconception: Draws with NumPy: torch.manual_seed does not fix the shifts.
# Fails: task1-dataset-test-shifts, task1-dataset-test-items
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __getitem__(self, i):
        s, top, left = self.s, 1, 1
        if np.random.default_rng().random() < self.chance:
            top, left = np.random.default_rng().integers(3, size=2)
        x = self.frames[i, top : top + s, left : left + s].flatten()
        return (x - self.mean) / self.deviation, self.labels[i]
