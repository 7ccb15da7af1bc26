# Misconception: a rule is the local derivative; somebody else multiplies by the
# signal.
# Fails: task2-add-multiply-test-rules, task4-operators-test-rules,
#        task5-functions-test-rules, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    parents = [(a, lambda g: b.value), (b, lambda g: a.value)]
    return Node(a.value * b.value, parents=parents)
