# Misconception: relu of a negative number is the number without its sign.
# Fails: task5-functions-test-values, task5-functions-test-rules,
#        task5-functions-test-extremes
# %% task5-functions
def relu(a):
    slope = 1.0 if a.value > 0 else -1.0
    return Node(abs(a.value), parents=[(a, lambda g: g * slope)])
