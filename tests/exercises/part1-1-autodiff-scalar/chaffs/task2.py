# Chaff: named-result
# Misconception: the result takes over a name.
# Fails: task2-add-multiply-test-values
# %% task2-add-multiply
def add(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value + b.value, a.name, [(a, lambda g: g), (b, lambda g: g)])


# Chaff: own-value
# Misconception: the derivative of a * b by a is a.
# Fails: task2-add-multiply-test-rules, task4-operators-test-rules,
#        task5-functions-test-rules, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    parents = [(a, lambda g: g * a.value), (b, lambda g: g * b.value)]
    return Node(a.value * b.value, parents=parents)


# Chaff: product-of-derivatives
# Misconception: the derivative of a product is the product of the derivatives.
# Fails: task2-add-multiply-test-rules, task4-operators-test-rules,
#        task5-functions-test-rules, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value * b.value, parents=[(a, lambda g: g), (b, lambda g: g)])


# Chaff: signal-forgotten
# Misconception: a rule is the local derivative; somebody else multiplies by the
# signal.
# Fails: task2-add-multiply-test-rules, task4-operators-test-rules,
#        task5-functions-test-rules, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    parents = [(a, lambda g: b.value), (b, lambda g: a.value)]
    return Node(a.value * b.value, parents=parents)


# Chaff: square-once
# Misconception: a node that is both operands needs only one pair.
# Fails: task2-add-multiply-test-rules
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    if a is b:
        return Node(a.value**2, parents=[(a, lambda g: g * a.value)])
    parents = [(a, lambda g: g * b.value), (b, lambda g: g * a.value)]
    return Node(a.value * b.value, parents=parents)


# Chaff: zero-product
# Misconception: a product with 0 is 0, whatever its operands do.
# Fails: task2-add-multiply-test-rules, task4-operators-test-rules,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    if a.value == 0 or b.value == 0:
        return Node(0.0)
    return Node(
        a.value * b.value,
        parents=[(a, lambda g: g * b.value), (b, lambda g: g * a.value)],
    )


# Chaff: adding-nothing
# Misconception: a sum with 0 is the other operand.
# Fails: task2-add-multiply-test-values, task2-add-multiply-test-rules
# %% task2-add-multiply
def add(a, b):
    if not isinstance(b, Node) and b == 0:
        return a
    if not isinstance(a, Node) and a == 0:
        return b
    a, b = as_node(a), as_node(b)
    return Node(a.value + b.value, parents=[(a, lambda g: g), (b, lambda g: g)])


# Chaff: named-operands-only
# Misconception: only operands with a name matter.
# Fails: task2-add-multiply-test-rules, task4-operators-test-rules,
#        task5-functions-test-rules, task10-fit-unit-test-loss
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    pairs = [(a, lambda g: g * b.value), (b, lambda g: g * a.value)]
    return Node(a.value * b.value, parents=[p for p in pairs if p[0].name is not None])


# Chaff: names-taken-away
# Misconception: inner nodes have no names, so operands lose theirs.
# Fails: task2-add-multiply-test-values, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task2-add-multiply
def add(a, b):
    a, b = as_node(a), as_node(b)
    a.name = b.name = None
    return Node(a.value + b.value, parents=[(a, lambda g: g), (b, lambda g: g)])
