# Misconception: a truth value for each example
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    return O.argmax(axis=1) != labels
