# Misconception: at 0 the derivative of relu is 1.
# Fails: task5-functions-test-extremes
# %% task5-functions
def relu(a):
    slope = 1.0 if a.value >= 0 else 0.0
    return Node(max(0.0, a.value), parents=[(a, lambda g: g * slope)])
