# Misconception: the formula can be typed in as it stands.
# Fails: task6-functions-test-extremes
# %% task6-functions
def logistic(a):
    value = 1 / (1 + np.exp(-a.value))
    return Node(value, parents=[(a, lambda g: g * value * (1 - value))])
