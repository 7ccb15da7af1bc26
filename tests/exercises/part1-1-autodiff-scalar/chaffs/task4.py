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
#        task9-newton-test-loop, task10-fit-unit-test-loss, task10-fit-unit-test-path
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


# Chaff: zero-quotient
# Misconception: 0 / b is 0, whatever b does.
# Fails: task4-operators-test-values, task4-operators-test-rules,
#        task4-operators-test-numbers
# %% task4-operators
def divide(a, b):
    a, b = as_node(a), as_node(b)
    if a.value == 0:
        return Node(0.0)
    return Node(
        a.value / b.value,
        parents=[(a, lambda g: g / b.value), (b, lambda g: -g * a.value / b.value**2)],
    )


# Chaff: divisor-kept-from-zero
# Misconception: a divisor is kept away from 0, to be safe.
# Fails: task4-operators-test-values
# %% task4-operators
def divide(a, b):
    a, b = as_node(a), as_node(b)
    d = b.value if abs(b.value) > 1e-6 else math.copysign(1e-6, b.value)
    return Node(
        a.value / d, parents=[(a, lambda g: g / d), (b, lambda g: -g * a.value / d**2)]
    )


# Chaff: divisor-without-sign
# Misconception: a divisor is positive.
# Fails: task4-operators-test-rules, task4-operators-test-numbers
# %% task4-operators
def divide(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        a.value / b.value,
        parents=[
            (a, lambda g: g / abs(b.value)),
            (b, lambda g: -g * a.value / b.value**2),
        ],
    )


# Chaff: base-without-sign
# Misconception: a base is positive.
# Fails: task4-operators-test-rules
# %% task4-operators
def power(a, exponent):
    slope = exponent * abs(a.value) ** (exponent - 1)
    return Node(a.value**exponent, parents=[(a, lambda g: g * slope)])


# Chaff: first-power-is-the-node
# Misconception: a ** 1 is a itself.
# Fails: task4-operators-test-values
# %% task4-operators
def power(a, exponent):
    if exponent == 1:
        return a
    slope = exponent * a.value ** (exponent - 1)
    return Node(a.value**exponent, parents=[(a, lambda g: g * slope)])


# Chaff: named-result
# Misconception: a difference takes over the name of its first operand.
# Fails: task4-operators-test-values, task4-operators-test-numbers
# %% task4-operators
def subtract(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        a.value - b.value, a.name, parents=[(a, lambda g: g), (b, lambda g: -g)]
    )


# Chaff: signal-without-sign
# Misconception: a signal is positive.
# Fails: task4-operators-test-rules, task4-operators-test-numbers
# %% task4-operators
def divide(a, b):
    a, b = as_node(a), as_node(b)
    return Node(
        a.value / b.value,
        parents=[
            (a, lambda g: g / b.value),
            (b, lambda g: -abs(g) * a.value / b.value**2),
        ],
    )


# Chaff: named-operands-only
# Misconception: only operands with a name matter.
# Fails: task4-operators-test-rules
# %% task4-operators
def negate(a):
    return Node(-a.value, parents=[(a, lambda g: -g)] if a.name else [])


# Chaff: cancels
# Misconception: what cancels out leaves no trace.
# Fails: task4-operators-test-values
# %% task4-operators
def subtract(a, b):
    if a is b:
        return Node(0.0)
    a, b = as_node(a), as_node(b)
    return Node(a.value - b.value, parents=[(a, lambda g: g), (b, lambda g: -g)])
