# Misconception: relu is the identity from 0 on, so its derivative at 0 is 1.
# Fails: task6-functions-test-signals
# %% task6-functions
def relu(a):
    return Node(np.maximum(0, a.value), parents=[(a, lambda g: g * (a.value >= 0))])
