# Misconception: the node stands on the left, as in x - 2.
# Fails: task4-arithmetic-test-plain
# %% task4-arithmetic
def subtract(a, b):
    if not isinstance(a, Node):
        a, b = b, a
    b = as_node(b)
    return Node(a.value - b.value, parents=[
        (a, lambda g: unbroadcast(g, a.value.shape)),
        (b, lambda g: unbroadcast(-g, b.value.shape)),
    ])
