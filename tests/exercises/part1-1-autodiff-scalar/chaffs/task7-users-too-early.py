# Misconception: any walk that lists each node once will do. Here, nearest to the output
# first, so that a node can come before one of its users is done.
# Fails: task7-order-test-order, task8-gradient-test-values, task9-newton-test-loop
# %% task7-order
def topological_order(output):
    order = [output]
    for node in order:
        for operand, _ in node.parents:
            if operand not in order:
                order.append(operand)
    return order[::-1]
