# Misconception: an exponent is a number, as in Part 1.1; who passes a node means its
# value.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task4-arithmetic
def power(a, exponent):
    a, b = as_node(a), as_node(exponent)
    return Node(a.value**b.value, parents=[(a, lambda g: unbroadcast(
        g * b.value * a.value ** (b.value - 1), a.value.shape))])
