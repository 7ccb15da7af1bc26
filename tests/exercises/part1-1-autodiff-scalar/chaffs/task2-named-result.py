# Misconception: the result takes over a name.
# Fails: task2-add-multiply-test-values
# %% task2-add-multiply
def add(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value + b.value, a.name, [(a, lambda g: g), (b, lambda g: g)])
