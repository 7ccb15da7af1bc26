# Misconception: the quotient rule without its square.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task4-arithmetic
def divide(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value / b.value, parents=[
        (a, lambda g: unbroadcast(g / b.value, a.value.shape)),
        (b, lambda g: unbroadcast(-g * a.value / b.value, b.value.shape)),
    ])
