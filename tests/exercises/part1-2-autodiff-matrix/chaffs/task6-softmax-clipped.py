# Misconception: large inputs are cut off before they overflow.
# Fails: task6-functions-test-extremes
# %% task6-functions
def softmax(a):
    powers = np.exp(np.clip(a.value, -500, 500))
    value = powers / powers.sum(axis=1, keepdims=True)
    return Node(value, parents=[(a, lambda g: value * (
        g - (g * value).sum(axis=1, keepdims=True)))])
