# Misconception: The length is the number of pixels of an image.
# Fails: task1-dataset-test-items, task5-fit-test-best
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __len__(self):
        return len(self.mean)
