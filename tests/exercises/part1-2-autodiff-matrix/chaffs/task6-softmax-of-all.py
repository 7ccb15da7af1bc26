# Misconception: softmax makes probabilities of all elements together.
# Fails: task6-functions-test-extremes, task6-functions-test-signals,
#        task6-functions-test-values
# %% task6-functions
def softmax(a):
    powers = np.exp(a.value - a.value.max())
    value = powers / powers.sum()
    return Node(value, parents=[(a, lambda g: value * (g - (g * value).sum()))])
