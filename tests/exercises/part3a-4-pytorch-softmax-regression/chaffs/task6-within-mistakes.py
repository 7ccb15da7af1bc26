# Misconception: indices within the mistakes
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    wrong = O.argmax(axis=1) != labels
    return np.argsort(-O[wrong].max(axis=1))[:k]
