# Misconception: the derivative of a * b by a is a.
# Fails: task2-add-multiply-test-rules, task4-operators-test-rules,
#        task5-functions-test-rules, task5-functions-test-extremes,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    parents = [(a, lambda g: g * a.value), (b, lambda g: g * b.value)]
    return Node(a.value * b.value, parents=parents)
