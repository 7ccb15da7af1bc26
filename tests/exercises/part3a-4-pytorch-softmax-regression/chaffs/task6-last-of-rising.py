# Misconception: the last k of the rising order, not turned round
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    wrong = np.flatnonzero(O.argmax(axis=1) != labels)
    return wrong[np.argsort(O[wrong].max(axis=1))[-k:]]
