# Misconception: one number is subtracted from all, the largest of the matrix.
# Fails: task6-functions-test-extremes
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value - a.value.max())
    value = powers / powers.sum(axis=1, keepdims=True)
    return Node(value, parents=[(a, lambda g: value * (
        g - (g * value).sum(axis=1, keepdims=True)))])
