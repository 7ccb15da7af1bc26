# Misconception: a number stands on the right; on the left it means the same.
# Fails: task4-operators-test-numbers, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task4-operators
def subtract(a, b):
    if not isinstance(a, Node):
        a, b = b, a
    a, b = as_node(a), as_node(b)
    return Node(a.value - b.value, parents=[(a, lambda g: g), (b, lambda g: -g)])
