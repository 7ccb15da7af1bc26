# Misconception: the signal goes through a difference as through a sum.
# Fails: task4-operators-test-rules, task4-operators-test-numbers,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task4-operators
def subtract(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value - b.value, parents=[(a, lambda g: g), (b, lambda g: g)])
