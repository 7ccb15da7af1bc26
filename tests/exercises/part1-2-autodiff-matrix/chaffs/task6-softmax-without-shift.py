# Misconception: the formula can be typed in as it stands.
# Fails: task6-functions-test-extremes
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value)
    value = powers / powers.sum(axis=1, keepdims=True)
    return Node(value, parents=[(a, lambda g: value * (
        g - (g * value).sum(axis=1, keepdims=True)))])
