# Misconception: wiggling is good enough for a rule.
# Fails: task5-functions-test-rules
# %% task5-functions
def exp(a):
    slope = numeric_derivative(math.exp, a.value)
    return Node(math.exp(a.value), parents=[(a, lambda g: g * slope)])
