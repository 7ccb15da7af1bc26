# Misconception: softmax works element by element, as logistic does: its derivative is p
# (1 - p).
# Fails: task6-functions-test-extremes, task6-functions-test-signals
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value - a.value.max(axis=1, keepdims=True))
    value = powers / powers.sum(axis=1, keepdims=True)
    return Node(value, parents=[(a, lambda g: g * value * (1 - value))])
