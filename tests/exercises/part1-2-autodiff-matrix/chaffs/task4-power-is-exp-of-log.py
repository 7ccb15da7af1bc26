# Misconception: a ** b is exp(b ln a), for all a.
# Fails: task4-arithmetic-test-signals, task4-arithmetic-test-values
# %% task4-arithmetic
def power(a, exponent):
    a, b = as_node(a), as_node(exponent)
    log = np.log(np.maximum(a.value, 1e-300))
    value = np.exp(b.value * log)
    return Node(value, parents=[
        (a, lambda g: unbroadcast(g * value * b.value / a.value, a.value.shape)),
        (b, lambda g: unbroadcast(g * value * log, b.value.shape)),
    ])
