# Misconception: the derivative of a product is the product of the derivatives.
# Fails: task2-add-multiply-test-rules, task4-operators-test-rules,
#        task5-functions-test-rules, task5-functions-test-extremes,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task2-add-multiply
def multiply(a, b):
    a, b = as_node(a), as_node(b)
    return Node(a.value * b.value, parents=[(a, lambda g: g), (b, lambda g: g)])
