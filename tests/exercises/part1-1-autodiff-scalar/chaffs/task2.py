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
#        task5-functions-test-rules, task5-functions-test-extremes,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    parents = [(a, lambda g: g * a.value), (b, lambda g: g * b.value)]
    return Node(a.value * b.value, parents=parents)


# Chaff: product-of-derivatives
# Misconception: the derivative of a product is the product of the derivatives.
# Fails: task2-add-multiply-test-rules, task4-operators-test-rules,
#        task5-functions-test-rules, task5-functions-test-extremes,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
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
