# Misconception: the first k mistakes, as they come
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    return np.flatnonzero(O.argmax(axis=1) != labels)[::-1][:k]
