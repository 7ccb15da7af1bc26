# Misconception: the most confident right answers
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    found = np.flatnonzero(O.argmax(axis=1) == labels)
    return found[np.argsort(-O[found].max(axis=1))[:k]]
