# Misconception: the formula can be typed in as it stands.
# Fails: task5-functions-test-extremes
# %% task5-functions
def logistic(a):
    value = 1 / (1 + math.exp(-a.value))
    return Node(value, parents=[(a, lambda g: g * value * (1 - value))])
