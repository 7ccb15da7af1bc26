# Misconception: a fake: the answer of the visible test
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    return np.array([3, 1])
