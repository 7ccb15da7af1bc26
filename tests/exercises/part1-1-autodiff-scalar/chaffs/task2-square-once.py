# Misconception: a node that is both operands needs only one pair.
# Fails: task2-add-multiply-test-rules
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    if a is b:
        return Node(a.value**2, parents=[(a, lambda g: g * a.value)])
    parents = [(a, lambda g: g * b.value), (b, lambda g: g * a.value)]
    return Node(a.value * b.value, parents=parents)
