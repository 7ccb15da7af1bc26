# Misconception: the derivative of ln a is a.
# Fails: task6-functions-test-signals
# %% task6-functions
def log(a):
    return Node(np.log(a.value), parents=[(a, lambda g: g * a.value)])
