# Chaff: every-visit
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


# Chaff: recursive
# Misconception: Python can do any recursion.
# Fails: task7-order-test-order, task8-gradient-test-scale
# %% task7-order
def topological_order(output):
    order, done = [], set()

    def visit(node):
        if node not in done:
            done.add(node)
            for operand, _ in node.parents:
                visit(operand)
            order.append(node)

    visit(output)
    return order


# Chaff: users-first
# Misconception: the output comes first in a topological order.
# Fails: task7-order-test-order, task8-gradient-test-values,
#        task8-gradient-test-scale, task9-newton-test-loop, task10-fit-unit-test-loss,
#        task10-fit-unit-test-path
# %% task7-order
def topological_order(output):
    users = {output: 0}
    waiting = [output]
    while waiting:
        for operand, _ in waiting.pop().parents:
            if operand not in users:
                users[operand] = 0
                waiting.append(operand)
            users[operand] += 1
    order, free = [], [output]
    while free:
        node = free.pop()
        order.append(node)
        for operand, _ in node.parents:
            users[operand] -= 1
            if users[operand] == 0:
                free.append(operand)
    return order


# Chaff: users-too-early
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
