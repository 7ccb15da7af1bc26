# Misconception: (a fake) A rule can wiggle its operand in place of knowing a derivative.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task4-arithmetic
def divide(a, b):
    a, b = as_node(a), as_node(b)
    h = 1e-6

    def towards_a(g):
        slope = ((a.value + h) / b.value - (a.value - h) / b.value) / (2 * h)
        return unbroadcast(g * slope, a.value.shape)

    def towards_b(g):
        slope = (a.value / (b.value + h) - a.value / (b.value - h)) / (2 * h)
        return unbroadcast(g * slope, b.value.shape)

    return Node(a.value / b.value, parents=[(a, towards_a), (b, towards_b)])
