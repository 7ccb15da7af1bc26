# Misconception: the derivative of -a is -1, so the rule returns -1.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def negate(a):
    return Node(-a.value, parents=[(a, lambda g: -np.ones(a.value.shape))])
