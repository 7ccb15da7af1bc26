# Misconception: the derivative of tanh is 1 - tanh.
# Fails: task6-functions-test-extremes, task6-functions-test-signals
# %% task6-functions
def tanh(a):
    value = np.tanh(a.value)
    return Node(value, parents=[(a, lambda g: g * (1 - value))])
