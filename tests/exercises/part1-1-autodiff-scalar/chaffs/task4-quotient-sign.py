# Misconception: the quotient rule without its minus.
# Fails: task4-operators-test-rules, task4-operators-test-numbers, task9-newton-test-loop
# %% task4-operators
def divide(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        a.value / b.value,
        parents=[(a, lambda g: g / b.value), (b, lambda g: g * a.value / b.value**2)],
    )
