# Misconception: a minus sign before a minus sign disappears, so -a is |a| with its sign
# turned.
# Fails: task4-arithmetic-test-values
# %% task4-arithmetic
def negate(a):
    return Node(-np.abs(a.value), parents=[(a, lambda g: -g)])
