# Misconception: The array that was passed in is scaled in place.
# Fails: task1-dataset-test-items, task1-dataset-test-shifts
# %% task1-dataset
class DigitDataset(DigitDataset):
    def __init__(self, images, labels, mean, deviation, chance=0.0):
        super().__init__(images, labels, mean, deviation, chance)
        images -= mean
        images /= deviation
