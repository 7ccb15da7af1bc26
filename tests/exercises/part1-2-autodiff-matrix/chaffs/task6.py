# Chaff: finite-differences
# Misconception: (a fake) The slope of exp is measured.
# Fails: task6-functions-test-signals, task7-figure-one-test-graph
# %% task6-functions
def exp(a):
    h = 1e-6
    slope = (np.exp(a.value + h) - np.exp(a.value - h)) / (2 * h)
    return Node(np.exp(a.value), parents=[(a, lambda g: g * slope)])


# Chaff: from-dp
# Misconception: (a fake) The course's library has a softmax.
# Fails: task6-functions-test-extremes, task6-functions-test-signals,
#        task6-functions-test-values, task7-figure-one-test-by-hand,
#        task7-figure-one-test-graph
# %% task6-functions
import dp


def softmax(a):
    value = dp.Node(a.value).softmax().value

    def rule(g):
        leaf = dp.Node(a.value, "a")
        return (leaf.softmax() * g).sum().grad(1)["a"]

    return Node(value, parents=[(a, rule)])


# Chaff: log-to-base-ten
# Misconception: log is the one on the pocket calculator.
# Fails: task6-functions-test-values
# %% task6-functions
def log(a):
    return Node(np.log10(a.value), parents=[(a, lambda g: g / a.value)])


# Chaff: log-turned-round
# Misconception: the derivative of ln a is a.
# Fails: task6-functions-test-signals
# %% task6-functions
def log(a):
    return Node(np.log(a.value), parents=[(a, lambda g: g * a.value)])


# Chaff: logistic-overflows
# Misconception: the formula can be typed in as it stands.
# Fails: task6-functions-test-extremes
# %% task6-functions
def logistic(a):
    value = 1 / (1 + np.exp(-a.value))
    return Node(value, parents=[(a, lambda g: g * value * (1 - value))])


# Chaff: relu-kink
# Misconception: relu is the identity from 0 on, so its derivative at 0 is 1.
# Fails: task6-functions-test-signals
# %% task6-functions
def relu(a):
    return Node(np.maximum(0, a.value), parents=[(a, lambda g: g * (a.value >= 0))])


# Chaff: relu-leaks
# Misconception: a network must not lose its signal, so relu passes it on everywhere.
# Fails: task6-functions-test-extremes, task6-functions-test-signals
# %% task6-functions
def relu(a):
    return Node(np.maximum(0, a.value), parents=[(a, lambda g: g)])


# Chaff: softmax-clipped
# Misconception: large inputs are cut off before they overflow.
# Fails: task6-functions-test-extremes
# %% task6-functions
def softmax(a):
    powers = np.exp(np.clip(a.value, -500, 500))
    value = powers / powers.sum(axis=1, keepdims=True)
    return Node(value, parents=[(a, lambda g: value * (
        g - (g * value).sum(axis=1, keepdims=True)))])


# Chaff: softmax-diagonal
# Misconception: softmax works element by element, as logistic does: its derivative is p
# (1 - p).
# Fails: task6-functions-test-extremes, task6-functions-test-signals
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value - a.value.max(axis=1, keepdims=True))
    value = powers / powers.sum(axis=1, keepdims=True)
    return Node(value, parents=[(a, lambda g: g * value * (1 - value))])


# Chaff: softmax-of-all
# Misconception: softmax makes probabilities of all elements together.
# Fails: task6-functions-test-extremes, task6-functions-test-signals,
#        task6-functions-test-values
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value - a.value.max())
    value = powers / powers.sum()
    return Node(value, parents=[(a, lambda g: value * (g - (g * value).sum()))])


# Chaff: softmax-of-columns
# Misconception: each column is made into probabilities.
# Fails: task6-functions-test-extremes, task6-functions-test-signals,
#        task6-functions-test-values
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value - a.value.max(axis=0))
    value = powers / powers.sum(axis=0)
    return Node(value, parents=[(a, lambda g: value * (g - (g * value).sum(axis=0)))])


# Chaff: softmax-one-shift
# Misconception: one number is subtracted from all, the largest of the matrix.
# Fails: task6-functions-test-extremes
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value - a.value.max())
    value = powers / powers.sum(axis=1, keepdims=True)
    return Node(value, parents=[(a, lambda g: value * (
        g - (g * value).sum(axis=1, keepdims=True)))])


# Chaff: softmax-without-shift
# Misconception: the formula can be typed in as it stands.
# Fails: task6-functions-test-extremes
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value)
    value = powers / powers.sum(axis=1, keepdims=True)
    return Node(value, parents=[(a, lambda g: value * (
        g - (g * value).sum(axis=1, keepdims=True)))])


# Chaff: tanh-without-square
# Misconception: the derivative of tanh is 1 - tanh.
# Fails: task6-functions-test-extremes, task6-functions-test-signals
# %% task6-functions
def tanh(a):
    value = np.tanh(a.value)
    return Node(value, parents=[(a, lambda g: g * (1 - value))])


# Chaff: exp-clipped
# Misconception: Large exponents are cut off before they overflow.
# Fails: task6-functions-test-signals, task6-functions-test-values
# %% task6-functions
def exp(a):
    A = a.value
    v = np.exp(np.minimum(A, 500))
    return Node(v, parents=[(a, lambda g: g * v)])


# Chaff: exp-clipped-below
# Misconception: Below -20 it is 0 anyway.
# Fails: task6-functions-test-signals, task6-functions-test-values
# %% task6-functions
def exp(a):
    A = a.value
    v = np.exp(np.maximum(A, -20))
    return Node(v, parents=[(a, lambda g: g * v)])


# Chaff: log-clipped
# Misconception: The logarithm's argument is kept away from 0.
# Fails: task6-functions-test-signals, task6-functions-test-values
# %% task6-functions
def log(a):
    A = a.value
    v = np.log(np.maximum(A, 1e-12))
    return Node(v, parents=[(a, lambda g: g / np.maximum(A, 1e-12))])


# Chaff: relu-clipped
# Misconception: A value of more than 100 is a mistake.
# Fails: task6-functions-test-values
# %% task6-functions
def relu(a):
    A = a.value
    v = np.clip(A, 0, 100)
    return Node(v, parents=[(a, lambda g: g * (A > 0))])


# Chaff: relu-threshold
# Misconception: To compare floats with 0 one needs a small threshold.
# Fails: task6-functions-test-signals
# %% task6-functions
def relu(a):
    A = a.value
    v = np.maximum(0, A)
    return Node(v, parents=[(a, lambda g: g * (A > 1e-6))])


# Chaff: softmax-floored
# Misconception: No probability may be 0, or its logarithm would be infinite.
# Fails: task6-functions-test-values
# %% task6-functions
def softmax(a):
    A = a.value
    e = np.exp(A - A.max(axis=1, keepdims=True))
    v = np.maximum(e / e.sum(axis=1, keepdims=True), 1e-12)
    return Node(v, parents=[(a, lambda g: v * (g - (g * v).sum(axis=1, keepdims=True)))])


# Chaff: softmax-shift-first
# Misconception: Any number of the row will do as a shift: the first.
# Fails: task6-functions-test-extremes
# %% task6-functions
def softmax(a):
    A = a.value
    e = np.exp(A - A[:, :1])
    v = e / e.sum(axis=1, keepdims=True)
    return Node(v, parents=[(a, lambda g: v * (g - (g * v).sum(axis=1, keepdims=True)))])


# Chaff: softmax-exponents-floored
# Misconception: Exponents below -100 are cut off.
# Fails: task6-functions-test-values
# %% task6-functions
def softmax(a):
    A = a.value
    e = np.exp(np.maximum(A - A.max(axis=1, keepdims=True), -100))
    v = e / e.sum(axis=1, keepdims=True)
    return Node(v, parents=[(a, lambda g: v * (g - (g * v).sum(axis=1, keepdims=True)))])


# Chaff: value-of-the-last-call
# Misconception: The value is kept in a global variable for the rule.
# Fails: task6-functions-test-signals
# %% task6-functions
def exp(a):
    global kept_value
    kept_value = np.exp(a.value)
    return Node(kept_value, parents=[(a, lambda g: g * kept_value)])


# Chaff: rule-uses-up-the-value
# Misconception: A rule is called once, so its array may be overwritten.
# Fails: task6-functions-test-signals
# %% task6-functions
def softmax(a):
    e = np.exp(a.value - a.value.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    def rule(g):
        back = p
        back *= g - (g * p).sum(axis=1, keepdims=True)
        return back
    return Node(p, parents=[(a, rule)])
