# Misconception: log is the logarithm to base ten.
# Fails: task5-functions-test-values, task5-functions-test-rules,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task5-functions
def log(a):
    slope = 1 / (a.value * math.log(10))
    return Node(math.log10(a.value), parents=[(a, lambda g: g * slope)])
