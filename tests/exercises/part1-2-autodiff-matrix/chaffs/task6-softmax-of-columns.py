# Misconception: each column is made into probabilities.
# Fails: task6-functions-test-extremes, task6-functions-test-signals,
#        task6-functions-test-values
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value - a.value.max(axis=0))
    value = powers / powers.sum(axis=0)
    return Node(value, parents=[(a, lambda g: value * (g - (g * value).sum(axis=0)))])
