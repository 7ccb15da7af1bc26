# Chaff: absolute
# Misconception: the size of each part
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return np.abs(x * (W[:, said] - W[:, right]))


# Chaff: accuracy
# Misconception: divides by the number of all examples
# Fails: task6-confusion-test-counts
# %% task6-confusion
def recall_per_class(matrix):
    return np.diag(matrix) / matrix.sum()


# Chaff: by-right-class
# Misconception: orders by the right class's probability
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    wrong = np.flatnonzero(O.argmax(axis=1) != labels)
    return wrong[np.argsort(O[wrong, labels[wrong]])[:k]]


# Chaff: classes-seen
# Misconception: only classes that occur have a row
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    size = max(labels.max(), predicted.max()) + 1
    matrix = np.zeros((size, size), int)
    np.add.at(matrix, (labels, predicted), 1)
    return matrix


# Chaff: confusion-by-heart
# Misconception: a fake: the matrix of the visible test
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    return np.array([[1, 1, 0], [0, 1, 0], [0, 2, 0]])


# Chaff: empty-is-perfect
# Misconception: a class without examples has the recall 1
# Fails: task6-confusion-test-counts
# %% task6-confusion
def recall_per_class(matrix):
    totals = matrix.sum(axis=1)
    return np.where(totals > 0, np.diag(matrix) / np.maximum(totals, 1), 1.0)


# Chaff: evidence-by-heart
# Misconception: a fake: the answer of the visible test
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return np.array([6.0, 2.0])


# Chaff: evidence-in-place
# Misconception: multiplies the given weights
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    W *= x[:, None]
    return W[:, said] - W[:, right]


# Chaff: filled-up
# Misconception: fills up with right answers
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    sure = O.max(axis=1) + (O.argmax(axis=1) != labels)
    return np.argsort(-sure)[:k]


# Chaff: keyed-by-probability
# Misconception: no two answers have the same probability
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    found = {max(O[i]): i for i in range(len(O)) if O[i].argmax() != labels[i]}
    return np.array([found[p] for p in sorted(found)[::-1][:k]], dtype=int)


# Chaff: last-of-rising
# Misconception: the last k of the rising order, not turned round
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    wrong = np.flatnonzero(O.argmax(axis=1) != labels)
    return wrong[np.argsort(O[wrong].max(axis=1))[-k:]]


# Chaff: least-confident
# Misconception: the least confident first
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    wrong = np.flatnonzero(O.argmax(axis=1) != labels)
    return wrong[np.argsort(O[wrong].max(axis=1))[:k]]


# Chaff: list
# Misconception: a list of lists is a matrix
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    return [[int(np.sum((labels == a) & (predicted == b))) for b in range(classes)]
            for a in range(classes)]


# Chaff: mask
# Misconception: a truth value for each example
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    return O.argmax(axis=1) != labels


# Chaff: mistakes-by-heart
# Misconception: a fake: the answer of the visible test
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    return np.array([3, 1])


# Chaff: not-a-number
# Misconception: 0 / 0 is left as it comes
# Fails: task6-confusion-test-counts
# %% task6-confusion
def recall_per_class(matrix):
    with np.errstate(invalid="ignore"):
        return np.diag(matrix) / matrix.sum(axis=1)


# Chaff: not-sorted
# Misconception: the first k mistakes, as they come
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    return np.flatnonzero(O.argmax(axis=1) != labels)[::-1][:k]


# Chaff: one-class
# Misconception: what speaks for the answer, without the right class
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return x * W[:, said]


# Chaff: pairs-once
# Misconception: += with index arrays counts each pair once
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    matrix = np.zeros((classes, classes), int)
    matrix[labels, predicted] += 1
    return matrix


# Chaff: precision
# Misconception: divides by the columns' sums
# Fails: task6-confusion-test-counts
# %% task6-confusion
def recall_per_class(matrix):
    return np.diag(matrix) / np.maximum(matrix.sum(axis=0), 1)


# Chaff: right-answers
# Misconception: the most confident right answers
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    found = np.flatnonzero(O.argmax(axis=1) == labels)
    return found[np.argsort(-O[found].max(axis=1))[:k]]


# Chaff: right-minus-said
# Misconception: the sign is turned
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return x * (W[:, right] - W[:, said])


# Chaff: rows
# Misconception: classes are the rows of W
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return x * (W.T[:, said % len(W)] - W.T[:, right % len(W)])[:1]


# Chaff: shares
# Misconception: shares instead of counts
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    matrix = np.zeros((classes, classes))
    np.add.at(matrix, (labels, predicted), 1 / len(labels))
    return matrix


# Chaff: small-counts
# Misconception: eight bits are enough for a count
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    matrix = np.zeros((classes, classes), np.uint8)
    np.add.at(matrix, (labels, predicted), 1)
    return matrix


# Chaff: summed
# Misconception: the sum over the features
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return x @ (W[:, said] - W[:, right])


# Chaff: transposed
# Misconception: rows are answers
# Fails: task6-confusion-test-counts
# %% task6-confusion
def confusion_matrix(labels, predicted, classes):
    matrix = np.zeros((classes, classes), int)
    np.add.at(matrix, (predicted, labels), 1)
    return matrix


# Chaff: weights-only
# Misconception: the pixel is forgotten
# Fails: task6-mistakes-test-evidence
# %% task6-mistakes
def evidence(W, x, said, right):
    return W[:, said] - W[:, right]


# Chaff: within-mistakes
# Misconception: indices within the mistakes
# Fails: task6-mistakes-test-order
# %% task6-mistakes
def most_confident_mistakes(O, labels, k):
    wrong = O.argmax(axis=1) != labels
    return np.argsort(-O[wrong].max(axis=1))[:k]
