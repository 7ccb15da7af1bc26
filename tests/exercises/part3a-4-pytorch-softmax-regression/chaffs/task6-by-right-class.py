# Misconception: orders by the right class's probability
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    wrong = np.flatnonzero(O.argmax(axis=1) != labels)
    return wrong[np.argsort(O[wrong, labels[wrong]])[:k]]
