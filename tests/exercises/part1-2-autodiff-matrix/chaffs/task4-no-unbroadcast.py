# Misconception: the rules are those for numbers, and NumPy takes care of the shapes.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals,
#        task7-figure-one-test-graph
# %% task4-arithmetic
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value * b.value, parents=[
        (a, lambda g: g * b.value),
        (b, lambda g: g * a.value),
    ])


def add(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value + b.value, parents=[
        (a, lambda g: g),
        (b, lambda g: g),
    ])
