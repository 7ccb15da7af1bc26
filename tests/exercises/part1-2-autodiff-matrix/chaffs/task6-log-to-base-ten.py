# Misconception: log is the one on the pocket calculator.
# Fails: task6-functions-test-values
# %% task6-functions
def log(a):
    return Node(np.log10(a.value), parents=[(a, lambda g: g / a.value)])
