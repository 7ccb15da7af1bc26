# Misconception: each factor gets the signal times its own value.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals,
#        task7-figure-one-test-graph
# %% task4-arithmetic
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value * b.value, parents=[
        (a, lambda g: unbroadcast(g * a.value, a.value.shape)),
        (b, lambda g: unbroadcast(g * b.value, b.value.shape)),
    ])
