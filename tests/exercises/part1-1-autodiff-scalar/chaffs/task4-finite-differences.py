# Misconception: wiggling is good enough for a rule.
# Fails: task4-operators-test-rules, task4-operators-test-numbers,
#        task9-newton-test-loop, task10-fit-unit-test-loss
# %% task4-operators
def divide(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        a.value / b.value,
        parents=[
            (a, lambda g: g * numeric_derivative(lambda x: x / b.value, a.value)),
            (b, lambda g: g * numeric_derivative(lambda x: a.value / x, b.value)),
        ],
    )
