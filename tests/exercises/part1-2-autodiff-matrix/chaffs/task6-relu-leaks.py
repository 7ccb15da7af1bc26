# Misconception: a network must not lose its signal, so relu passes it on everywhere.
# Fails: task6-functions-test-extremes, task6-functions-test-signals
# %% task6-functions
def relu(a):
    return Node(np.maximum(0, a.value), parents=[(a, lambda g: g)])
