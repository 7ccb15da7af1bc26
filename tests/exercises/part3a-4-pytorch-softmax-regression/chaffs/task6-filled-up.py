# Misconception: fills up with right answers
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    sure = O.max(axis=1) + (O.argmax(axis=1) != labels)
    return np.argsort(-sure)[:k]
