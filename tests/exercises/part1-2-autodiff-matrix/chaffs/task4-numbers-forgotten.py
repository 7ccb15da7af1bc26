# Misconception: operands are nodes.
# Fails: task4-arithmetic-test-plain
# %% task4-arithmetic
def divide(a, b):
    return Node(a.value / b.value, parents=[
        (a, lambda g: unbroadcast(g / b.value, a.value.shape)),
        (b, lambda g: unbroadcast(-g * a.value / b.value**2, b.value.shape)),
    ])
