# Misconception: the derivative of a ** n is n a ** n.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task4-arithmetic
def power(a, exponent):
    a, b = as_node(a), as_node(exponent)
    value = a.value**b.value
    return Node(value, parents=[
        (a, lambda g: unbroadcast(g * b.value * value, a.value.shape)),
        (b, lambda g: unbroadcast(g * value * np.log(a.value), b.value.shape)),
    ])
