# Chaff: difference-sends-plus
# Misconception: the signal goes through a difference as through a sum.
# Fails: task4-operators-test-rules, task4-operators-test-numbers,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task4-operators
def subtract(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value - b.value, parents=[(a, lambda g: g), (b, lambda g: g)])


# Chaff: finite-differences
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


# Chaff: nodes-only
# Misconception: operands are always nodes.
# Fails: task4-operators-test-numbers, task9-newton-test-loop,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task4-operators
def subtract(a, b):
    return Node(a.value - b.value, parents=[(a, lambda g: g), (b, lambda g: -g)])


def divide(a, b):
    parents = [(a, lambda g: g / b.value), (b, lambda g: -g * a.value / b.value**2)]
    return Node(a.value / b.value, parents=parents)


# Chaff: number-always-right
# Misconception: a number stands on the right; on the left it means the same.
# Fails: task4-operators-test-numbers, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task4-operators
def subtract(a, b):
    if not isinstance(a, Node):
        a, b = b, a
    a, b = as_node(a), as_node(b)
    return Node(a.value - b.value, parents=[(a, lambda g: g), (b, lambda g: -g)])


# Chaff: power-exponent-kept
# Misconception: the exponent stays the same when differentiating.
# Fails: task4-operators-test-rules
# %% task4-operators
def power(a, exponent):
    return Node(
        a.value**exponent, parents=[(a, lambda g: g * exponent * a.value**exponent)]
    )


# Chaff: power-is-product
# Misconception: ** is a kind of *.
# Fails: task4-operators-test-values, task4-operators-test-rules
# %% task4-operators
def power(a, exponent):
    return Node(a.value * exponent, parents=[(a, lambda g: g * exponent)])


# Chaff: quotient-sign
# Misconception: the quotient rule without its minus.
# Fails: task4-operators-test-rules, task4-operators-test-numbers, task9-newton-test-loop
# %% task4-operators
def divide(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        a.value / b.value,
        parents=[(a, lambda g: g / b.value), (b, lambda g: g * a.value / b.value**2)],
    )
