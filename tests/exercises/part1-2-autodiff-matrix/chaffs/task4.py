# Chaff: exponent-is-a-constant
# Misconception: an exponent is a number, as in Part 1.1; who passes a node means its
# value.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task4-arithmetic
def power(a, exponent):
    a, b = as_node(a), as_node(exponent)
    return Node(a.value**b.value, parents=[(a, lambda g: unbroadcast(
        g * b.value * a.value ** (b.value - 1), a.value.shape))])


# Chaff: finite-differences
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


# Chaff: in-place-rule
# Misconception: g is no longer needed, so it can be multiplied in place.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def negate(a):
    def rule(g):
        g *= -1
        return g

    return Node(-a.value, parents=[(a, rule)])


# Chaff: minus-forgotten
# Misconception: subtraction sends the same signal to both sides.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task4-arithmetic
def subtract(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value - b.value, parents=[
        (a, lambda g: unbroadcast(g, a.value.shape)),
        (b, lambda g: unbroadcast(g, b.value.shape)),
    ])


# Chaff: negate-forgets-the-signal
# Misconception: the derivative of -a is -1, so the rule returns -1.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def negate(a):
    return Node(-a.value, parents=[(a, lambda g: -np.ones(a.value.shape))])


# Chaff: no-unbroadcast
# Misconception: the rules are those for numbers, and NumPy takes care of the shapes.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals,
#        task7-figure-one-test-graph
# %% task4-arithmetic
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value * b.value, parents=[
        (a, lambda g: g * b.value),
        (b, lambda g: g * a.value),
    ])


def add(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value + b.value, parents=[
        (a, lambda g: g),
        (b, lambda g: g),
    ])


# Chaff: nodes-only-on-the-left
# Misconception: the node stands on the left, as in x - 2.
# Fails: task4-arithmetic-test-plain
# %% task4-arithmetic
def subtract(a, b):
    if not isinstance(a, Node):
        a, b = b, a
    b = as_node(b)
    return Node(a.value - b.value, parents=[
        (a, lambda g: unbroadcast(g, a.value.shape)),
        (b, lambda g: unbroadcast(-g, b.value.shape)),
    ])


# Chaff: numbers-forgotten
# Misconception: operands are nodes.
# Fails: task4-arithmetic-test-plain
# %% task4-arithmetic
def divide(a, b):
    return Node(a.value / b.value, parents=[
        (a, lambda g: unbroadcast(g / b.value, a.value.shape)),
        (b, lambda g: unbroadcast(-g * a.value / b.value**2, b.value.shape)),
    ])


# Chaff: own-value
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


# Chaff: power-is-exp-of-log
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


# Chaff: power-keeps-the-exponent
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


# Chaff: quotient-sign
# Misconception: the quotient rule without its minus.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task4-arithmetic
def divide(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value / b.value, parents=[
        (a, lambda g: unbroadcast(g / b.value, a.value.shape)),
        (b, lambda g: unbroadcast(g * a.value / b.value**2, b.value.shape)),
    ])


# Chaff: quotient-square
# Misconception: the quotient rule without its square.
# Fails: task4-arithmetic-test-plain, task4-arithmetic-test-signals
# %% task4-arithmetic
def divide(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value / b.value, parents=[
        (a, lambda g: unbroadcast(g / b.value, a.value.shape)),
        (b, lambda g: unbroadcast(-g * a.value / b.value, b.value.shape)),
    ])


# Chaff: value-of-the-absolute
# Misconception: a minus sign before a minus sign disappears, so -a is |a| with its sign
# turned.
# Fails: task4-arithmetic-test-values
# %% task4-arithmetic
def negate(a):
    return Node(-np.abs(a.value), parents=[(a, lambda g: -g)])


# Chaff: quotient-of-absolute
# Misconception: The rule for b takes the size of a, not its sign.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def divide(a, b):
    a, b = as_node(a), as_node(b)
    A, B = a.value, b.value
    return Node(A / B, parents=[
        (a, lambda g: unbroadcast(g / B, a.value.shape)),
        (b, lambda g: unbroadcast(-g * np.abs(A) / B**2, b.value.shape)),
    ])


# Chaff: divisor-floored
# Misconception: A divisor is kept away from 0, so that nothing becomes infinite.
# Fails: task4-arithmetic-test-values
# %% task4-arithmetic
def divide(a, b):
    a, b = as_node(a), as_node(b)
    A, B = a.value, b.value
    return Node(A / np.maximum(B, 1e-12), parents=[
        (a, lambda g: unbroadcast(g / B, a.value.shape)),
        (b, lambda g: unbroadcast(-g * A / B**2, b.value.shape)),
    ])


# Chaff: product-divided-by-operand
# Misconception: The other factor is the product divided by this one.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    A, B = a.value, b.value
    return Node(A * B, parents=[
        (a, lambda g: unbroadcast(g * (A * B) / A, a.value.shape)),
        (b, lambda g: unbroadcast(g * (A * B) / B, b.value.shape)),
    ])


# Chaff: signal-clipped
# Misconception: Large signals are clipped, so that nothing explodes.
# Fails: task4-arithmetic-test-signals, task7-figure-one-test-graph
# %% task4-arithmetic
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    A, B = a.value, b.value
    return Node(A * B, parents=[
        (a, lambda g: unbroadcast(np.clip(g, -100, 100) * B, a.value.shape)),
        (b, lambda g: unbroadcast(np.clip(g, -100, 100) * A, b.value.shape)),
    ])


# Chaff: power-divided-by-base
# Misconception: The derivative of a ** n is n times the value divided by a.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def power(a, exponent):
    a, b = as_node(a), as_node(exponent)
    value = a.value**b.value
    ps = [(a, lambda g: unbroadcast(g * b.value * value / a.value, a.value.shape))]
    if isinstance(exponent, Node):
        ps.append((b, lambda g: unbroadcast(g * value * np.log(a.value), b.value.shape)))
    return Node(value, parents=ps)


# Chaff: power-of-absolute-base
# Misconception: A power in a rule is taken of the absolute value, to be safe.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def power(a, exponent):
    a, b = as_node(a), as_node(exponent)
    value = a.value**b.value
    ps = [(a, lambda g: unbroadcast(g * b.value * np.abs(a.value) ** (b.value - 1), a.value.shape))]
    if isinstance(exponent, Node):
        ps.append((b, lambda g: unbroadcast(g * value * np.log(a.value), b.value.shape)))
    return Node(value, parents=ps)


# Chaff: logarithm-floored
# Misconception: The logarithm's argument is kept away from 0.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def power(a, exponent):
    a, b = as_node(a), as_node(exponent)
    value = a.value**b.value
    return Node(value, parents=[(a, lambda g: unbroadcast(g * b.value * a.value ** (b.value - 1), a.value.shape)),
        (b, lambda g: unbroadcast(g * value * np.log(np.clip(a.value, 1e-3, None)), b.value.shape))])


# Chaff: operands-in-a-dictionary
# Misconception: The rules stand in a dictionary by operand: the same node twice has
# one.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def add(a, b):
    a, b = as_node(a), as_node(b)
    rules = {a: lambda g: unbroadcast(g, a.value.shape), b: lambda g: unbroadcast(g, b.value.shape)}
    return Node(a.value + b.value, parents=list(rules.items()))


# Chaff: only-named-operands
# Misconception: Nobody asks for the gradient of a leaf without a name.
# Fails: task4-arithmetic-test-signals
# %% task4-arithmetic
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    ps = []
    if a.name or a.parents:
        ps.append((a, lambda g: unbroadcast(g * b.value, a.value.shape)))
    if b.name or b.parents:
        ps.append((b, lambda g: unbroadcast(g * a.value, b.value.shape)))
    return Node(a.value * b.value, parents=ps)


# Chaff: plain-array-not-copied
# Misconception: An array that was passed does not change any more.
# Fails: task4-arithmetic-test-plain
# %% task4-arithmetic
def multiply(a, b):
    if not isinstance(a, Node): a, b = b, a
    if not isinstance(b, Node):
        c = np.array(b, ndmin=2, copy=None)
        return Node(a.value * c, parents=[(a, lambda g: unbroadcast(g * c, a.value.shape))])
    return Node(a.value * b.value, parents=[(a, lambda g: unbroadcast(g * b.value, a.value.shape)), (b, lambda g: unbroadcast(g * a.value, b.value.shape))])
