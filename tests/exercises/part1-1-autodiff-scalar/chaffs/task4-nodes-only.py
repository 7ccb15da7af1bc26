# Misconception: operands are always nodes.
# Fails: task4-operators-test-numbers, task9-newton-test-loop,
#        task10-fit-unit-test-loss, task10-fit-unit-test-path
# %% task4-operators
def subtract(a, b):
    return Node(a.value - b.value, parents=[(a, lambda g: g), (b, lambda g: -g)])


def divide(a, b):
    parents = [(a, lambda g: g / b.value), (b, lambda g: -g * a.value / b.value**2)]
    return Node(a.value / b.value, parents=parents)
