# Misconception: Images have 8 by 8 pixels, whatever their number of columns says.
# Fails: task1-dataset-test-items, task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __init__(self, images, labels, mean, deviation, chance=0.0):
        self.frames = F.pad(torch.tensor(images).reshape(-1, 8, 8), (1, 1, 1, 1))
        self.labels, self.mean = torch.tensor(labels), torch.tensor(mean)
        self.deviation, self.chance, self.s = deviation, chance, 8
