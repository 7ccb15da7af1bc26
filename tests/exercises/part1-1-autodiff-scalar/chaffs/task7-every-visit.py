# Misconception: a node belongs into the list each time it is visited.
# Fails: task7-order-test-order, task8-gradient-test-values,
#        task8-gradient-test-scale, task9-newton-test-loop
# %% task7-order
def topological_order(output):
    order, stack = [], [output]
    while stack:
        node = stack.pop()
        order.append(node)
        stack += [operand for operand, _ in node.parents]
    return order[::-1]
