# Misconception: the exponent stays the same when differentiating.
# Fails: task4-operators-test-rules
# %% task4-operators
def power(a, exponent):
    return Node(
        a.value**exponent, parents=[(a, lambda g: g * exponent * a.value**exponent)]
    )
